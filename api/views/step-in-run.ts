import { holderIn, viewOf } from '../../protocols/core/draft.js';
import { type Prospect, type StepExplanation, unmetAtoms } from '../../protocols/core/explain.js';
import { type Step, signers } from '../../protocols/language/step.js';
import { type Field, mayShow } from '../auth/fields.js';
import { say } from '../language.js';
import type { OpenRun } from '../runs/open-run.js';
import type { StepInRunView } from '../schemas/runs.js';
import { dueView } from './due-view.js';
import { awaitedWords, institutionIn, missingFact, namedIn, waitsFor } from './words.js';

/**
 * One step of a run as an access may see it; undefined when it may not. Of somebody else's step a party learns that it
 * is open, with whom and until when: neither outcome nor reason.
 */
export function stepInRunView(
  opened: OpenRun,
  explained: StepExplanation,
  forecast: readonly Prospect[],
  now: number,
): StepInRunView | undefined {
  const { definition, run, access, language } = opened;
  const step = definition.steps.find((candidate) => candidate.id === explained.step)!;
  const mine = signers(step).some(
    (role) =>
      holderIn(run.state, definition.lead, step.id, role).institution === access.institution,
  );
  const shows = (field: Field) => mayShow(opened, field, mine);
  if (!shows(explained.status === 'not-yet' ? 'step.coming' : 'step.itself')) return undefined;
  const { outcome } = explained;
  return {
    step: step.id,
    title: say(step.title, language),
    stage: step.stage,
    status: explained.status,
    opening: explained.opening,
    mine,
    ...saidBySigners(opened, step, explained),
    ...timesOf(opened, step, explained, now),
    ...(outcome !== undefined && shows('step.outcome')
      ? { outcome: namedIn(step.outcomes, outcome, language) }
      : {}),
    ...(shows('step.why') ? reasonsOf(opened, explained) : {}),
    ...(explained.opensAt !== undefined && shows('step.opensAt')
      ? { opensAt: new Date(explained.opensAt).toISOString() }
      : {}),
    ...(shows('step.prospects') ? prospectsOf(opened, step, forecast) : {}),
  };
}

/** That signers disagree is said to whoever is shown all of them. */
function saidBySigners(
  opened: OpenRun,
  step: Step,
  explained: StepExplanation,
): Pick<StepInRunView, 'signers' | 'disagree'> {
  const shown = signersOf(opened, step, explained);
  const disagree = explained.disagree && shown.length === signers(step).length;
  return { signers: shown, ...(disagree ? { disagree } : {}) };
}

function signersOf(
  opened: OpenRun,
  step: Step,
  { signed, unsigned }: StepExplanation,
): StepInRunView['signers'] {
  const { definition, run, access, language, context } = opened;
  return signers(step).flatMap((role) => {
    const { institution } = holderIn(run.state, definition.lead, step.id, role);
    if (!mayShow(opened, 'step.signer', institution === access.institution)) return [];
    return {
      role: namedIn(definition.roles, role, language),
      institution: institutionIn(context.door.directory, institution, language),
      ...(signed && unsigned ? { signed: signed.includes(role) } : {}),
    };
  });
}

function timesOf(
  { definition, run, access, language }: OpenRun,
  step: Step,
  { dueAt, paused, unsigned }: StepExplanation,
  now: number,
): Pick<StepInRunView, 'openedAt' | 'due'> {
  const open = run.state.steps[step.id]?.open;
  if (!open) return {};
  const roles = signers(step).map((role) => ({
    role,
    binding: holderIn(run.state, definition.lead, step.id, role),
  }));
  const holder =
    roles.find(({ binding }) => binding.institution === access.institution) ??
    roles.find(({ role }) => unsigned?.includes(role)) ??
    roles[0]!;
  const { openedAt } = open;
  const running = { openedAt, paused: paused ?? false, ...(dueAt === undefined ? {} : { dueAt }) };
  return {
    openedAt: new Date(openedAt).toISOString(),
    due: dueView(running, now, holder.binding, language),
  };
}

function reasonsOf(
  { definition, run, language }: OpenRun,
  { missing, waitsFor: unmet }: StepExplanation,
): Pick<StepInRunView, 'why' | 'waitsFor' | 'awaits'> {
  const view = viewOf(run.state);
  const reasonOf = (atom: string) => waitsFor(definition, run.state, view, atom, language);
  return {
    ...(missing ? { why: missing.map((id) => missingFact(definition, id, language)) } : {}),
    ...(unmet === undefined
      ? {}
      : {
          waitsFor: unmetAtoms(unmet).map(reasonOf),
          awaits: awaitedWords(unmet, (atom) => reasonOf(atom).text, language),
        }),
  };
}

function prospectsOf(
  { definition, language }: OpenRun,
  step: Step,
  forecast: readonly Prospect[],
): Pick<StepInRunView, 'prospects'> {
  const found = forecast.filter((prospect) => prospect.step === step.id);
  if (found.length === 0) return {};
  const steps = (ids: readonly string[]) =>
    ids.map((id) => namedIn(definition.steps, id, language));
  return {
    prospects: found.map(({ outcome, opens, withdraws, ends, continues }) => ({
      outcome: namedIn(step.outcomes, outcome, language),
      opens: steps(opens),
      withdraws: steps(withdraws),
      ...(ends === undefined ? {} : { ends: namedIn(definition.endings, ends, language) }),
      ...(continues === undefined ? {} : { continues }),
    })),
  };
}
