import { findNotice, type NoticeRecord } from '../../db/queries/find-notice.js';
import { listStepRecords, type StepRecord } from '../../db/queries/find-step.js';
import { listSharesOfStep, type ReleaseRecord } from '../../db/queries/shares.js';
import { explain } from '../../protocols/core/explain.js';
import { may, type Relation } from '../auth/policy.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';
import type { StepInRunView } from '../schemas/runs.js';
import type { ShareView } from '../schemas/shares.js';
import type { StepDetailView } from '../schemas/steps.js';
import { shareView } from '../views/share-view.js';
import { stepDetail } from '../views/step-detail.js';
import { stepInRunView } from '../views/step-in-run.js';
import { type Asking, findOpenRun, type OpenRun } from './open-run.js';
import { shownShare } from './open-share.js';

/** What a notice leads to, as far as its reader may see it now. */
export type Destination =
  | { readonly what: 'own-step'; readonly step: StepDetailView }
  | { readonly what: 'shares'; readonly shares: readonly ShareView[] }
  | { readonly what: 'step-of-others'; readonly step: StepInRunView }
  | { readonly what: 'run' };

/** A notice in the hands of the institution it went to. */
export interface OpenNotice {
  readonly notice: NoticeRecord;
  /** Absent once the institution may no longer see the run, e.g. because its role went to another. */
  readonly leadsTo?: Destination & { readonly opened: OpenRun };
}

/** The query finds nothing but notices to the asking institution. */
const RELATIONS: ReadonlySet<Relation> = new Set(['recipient']);

/**
 * The notice with this reference and what it leads to: the only place that decides who may see which of it, for the API
 * and for the page. Throws `not-allowed` for roles that read no notices, whatever the reference, and `notice-unknown`
 * for one that does not exist or went to another institution.
 */
export async function openNotice(
  unbound: ApiContext,
  asking: Asking,
  reference: string,
): Promise<OpenNotice> {
  const { access } = asking;
  const context = within(unbound, access);
  if (!may(access.role, 'notice.read', RELATIONS)) throw new ProblemError('not-allowed');
  const of = { reference, institution: access.institution };
  const notice = await findNotice(context.door.db, of);
  if (!notice) throw new ProblemError('notice-unknown');
  const opened = await findOpenRun(context, asking, notice.runId);
  if (!opened) return { notice };
  return { notice, leadsTo: { ...(await destinationOf(opened, notice)), opened } };
}

async function destinationOf(opened: OpenRun, notice: NoticeRecord): Promise<Destination> {
  const { context, run, definition, access, language } = opened;
  const { step: id, opening, role } = notice;
  const step = definition.steps.find((candidate) => candidate.id === id);
  if (!step || opening === null) return { what: 'run' };
  const of = { run: run.id, step: step.id, opening, role, institution: access.institution };
  const shares = await listSharesOfStep(context.door.db, of);
  if (shares.length > 0) return { what: 'shares', shares: shares.map(viewOf) };
  const own = pick(await listStepRecords(context.door.db, of), opening, role);
  if (own) return { what: 'own-step', step: stepDetail(opened, step, own) };
  const others = stepOfOthers(opened, step.id, opening);
  return others ? { what: 'step-of-others', step: others } : { what: 'run' };

  function viewOf(release: ReleaseRecord): ShareView {
    return shareView(shownShare(release, opened.run.state), definition, language);
  }
}

/** The row of the role that was told, else one that waits for an answer. */
function pick(records: readonly StepRecord[], opening: number, role: string) {
  const fits = records.filter((record) => record.opening === opening);
  return (
    fits.find((record) => record.role === role) ??
    fits.find(({ status }) => status === 'open' || status === 'suspended') ??
    fits[0]
  );
}

/** As the run shows it to this access; nothing about a later opening than the notice speaks of. */
function stepOfOthers(opened: OpenRun, id: string, opening: number): StepInRunView | undefined {
  const { definition, run, context } = opened;
  const explained = explain(definition, run.state).find(({ step }) => step === id);
  if (explained?.opening !== opening) return undefined;
  const now = run.rehearsal ? run.state.lastAt : context.door.clock.now();
  return stepInRunView(opened, explained, [], now);
}
