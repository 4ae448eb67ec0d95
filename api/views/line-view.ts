import { findRuns, type StoredRun } from '../../db/queries/find-run.js';
import type { LineRecord, VersionRecord } from '../../db/queries/operations.js';
import { getDefinition } from '../../door/known-runs.js';
import type { ManifestLine } from '../../protocols/core/acts.js';
import { holderIn } from '../../protocols/core/draft.js';
import { explain } from '../../protocols/core/explain.js';
import { differenceBetween } from '../../protocols/core/manifest.js';
import type { Definition } from '../../protocols/language/definition.js';
import { signers } from '../../protocols/language/step.js';
import type { OpenOperation } from '../runs/open-operation.js';
import type { OperationLineView, OperationVersionView } from '../schemas/operations.js';
import { lineOf } from './folio.js';
import { namedList, namedStatus } from './operation-words.js';
import { iso } from './run-view.js';
import { missingFact } from './words.js';

/** Lines as one access sees them; of a run it may not read only that there is a line. */
export async function lineViews(
  opened: OpenOperation,
  lines: readonly LineRecord[],
): Promise<OperationLineView[]> {
  const { context, run, language, lineLevel } = opened;
  const readable = lineLevel === 'pseudonyms' ? [] : lines.filter(({ visible }) => visible);
  const runs = new Map(
    (
      await findRuns(
        context.door.db.sql,
        readable.map((line) => line.run),
      )
    ).map((one) => [one.id, one]),
  );
  const views: OperationLineView[] = [];
  for (const line of lines) {
    const person = runs.get(line.run);
    views.push({
      line: lineOf(run.id, line.run),
      list: namedList(line.list, language),
      status: namedStatus(line.status, language),
      corrections: line.corrections,
      ...(person ? { run: person.id, ...(await boardingOf(opened, person, line)) } : {}),
    });
  }
  return views;
}

/** Every gate of the person's own run as it stands now, for the institution that answers the departure there. */
async function boardingOf(
  { context, access, language }: OpenOperation,
  person: StoredRun,
  { status }: LineRecord,
): Promise<Pick<OperationLineView, 'boarding'>> {
  if (status !== 'proposed' && status !== 'accepted') return {};
  const definition = await getDefinition(context.door, person);
  const departure = definition.steps.find(({ effects }) => effects?.includes('departs'));
  if (!departure || !isMine(definition, person, departure, access.institution)) return {};
  const stands = explain(definition, person.state).find(({ step }) => step === departure.id);
  const missing = (departure.requires ?? []).filter((fact) => !person.state.facts[fact]);
  return {
    boarding: {
      ready: stands?.status === 'open' && missing.length === 0,
      missing: missing.map((fact) => missingFact(definition, fact, language)),
    },
  };
}

function isMine(
  { lead }: Definition,
  { state }: StoredRun,
  departure: Definition['steps'][number],
  institution: string,
): boolean {
  return signers(departure).some(
    (role) => holderIn(state, lead, departure.id, role).institution === institution,
  );
}

/** A version of the list and what it changed since another. */
export function versionView(
  { run, language }: OpenOperation,
  { version, frozenAt, lines }: VersionRecord,
  before?: VersionRecord,
): OperationVersionView {
  const { added, dropped, changed } = differenceBetween(before?.lines ?? [], lines);
  const named = (runs: readonly string[]) => runs.map((one) => lineOf(run.id, one));
  return {
    version,
    frozenAt: iso(frozenAt),
    lines: lines.map(({ run: person, list, corrections }: ManifestLine) => ({
      line: lineOf(run.id, person),
      list: namedList(list, language),
      corrections,
    })),
    ...(before ? { since: before.version } : {}),
    added: named(added),
    dropped: named(dropped),
    changed: named(changed),
  };
}
