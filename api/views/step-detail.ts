import type { StepRecord } from '../../db/queries/find-step.js';
import { prospects } from '../../protocols/core/explain.js';
import type { Step } from '../../protocols/language/step.js';
import { mayShow } from '../auth/fields.js';
import { type Language, say } from '../language.js';
import type { OpenRun } from '../runs/open-run.js';
import type { Unconfirmed } from '../runs/unconfirmed.js';
import type { StepDetailView } from '../schemas/steps.js';
import { dueView } from './due-view.js';
import { formView } from './form-view.js';
import { silenceMeans } from './silence-words.js';
import { missingFact, namedIn } from './words.js';

interface Found {
  readonly draft?: StepDetailView['draft'];
  readonly unconfirmed?: Unconfirmed | undefined;
}

/** One step for whoever must answer it, with its form. */
export function stepDetail(
  opened: OpenRun,
  step: Step,
  record: StepRecord,
  { draft, unconfirmed }: Found = {},
): StepDetailView {
  const { definition, run, language } = opened;
  const { outcome } = record;
  return {
    run: run.id,
    step: step.id,
    opening: record.opening,
    role: namedIn(definition.roles, record.role, language),
    kind: step.kind,
    title: say(step.title, language),
    ...(step.instructions ? { instructions: say(step.instructions, language) } : {}),
    stage: namedIn(definition.stages, step.stage, language),
    protocol: { id: definition.id, title: say(definition.title, language) },
    rehearsal: run.rehearsal,
    status: record.status,
    openedAt: record.openedAt.toISOString(),
    ...(record.closedAt ? { closedAt: record.closedAt.toISOString() } : {}),
    ...(outcome === null ? {} : { outcome: namedIn(step.outcomes, outcome, language) }),
    due: dueOf(opened, record),
    ...(step.deadline ? { deadline: deadlineOf(step.deadline, opened) } : {}),
    basis: (step.basis ?? []).map((source) => ({ ...source })),
    ...(record.status === 'suspended' ? { why: whyOf(opened, step) } : {}),
    outcomes: outcomesOf(opened, step, record),
    form: formView(step.form ?? [], language),
    ...(unconfirmed ? { unconfirmed: unconfirmedView(step, unconfirmed, language) } : {}),
    ...(draft ? { draft } : {}),
  };
}

function unconfirmedView(step: Step, { outcome, at, folio }: Unconfirmed, language: Language) {
  return {
    outcome: namedIn(step.outcomes, outcome, language),
    folio,
    at: new Date(at).toISOString(),
  };
}

function dueOf({ run, context, access, language }: OpenRun, record: StepRecord) {
  const now = run.rehearsal ? run.state.lastAt : context.door.clock.now();
  const dueAt = record.dueAt?.getTime();
  const running = {
    openedAt: record.openedAt.getTime(),
    paused: record.paused,
    ...(dueAt === undefined ? {} : { dueAt }),
  };
  return dueView(running, now, access, language);
}

function deadlineOf(deadline: NonNullable<Step['deadline']>, { language }: OpenRun) {
  const { length, unit, silence, source } = deadline;
  const means = silenceMeans(deadline, language);
  return { length, unit, silence, silenceMeans: means, source: { ...source } };
}

/** The receiving side learns that a step is suspended, not why: the reason may be that protection is claimed. */
export const SUSPENDED_ONLY = {
  es: { code: 'suspended', text: 'La institución que conduce el proceso le avisará cuando siga' },
  en: { code: 'suspended', text: 'The leading institution will tell you when it goes on' },
} as const;

function whyOf(opened: OpenRun, step: Step) {
  const { run, definition, language } = opened;
  if (!mayShow(opened, 'step.why', true)) return [SUSPENDED_ONLY[language]];
  const missing = run.state.steps[step.id]?.open?.missing ?? [];
  return missing.map((id) => missingFact(definition, id, language));
}

function outcomesOf({ run, definition, language }: OpenRun, step: Step, record: StepRecord) {
  const current = run.state.steps[step.id]?.open?.opening === record.opening;
  const possible = current
    ? prospects(definition, run.state, run.state.lastAt).filter(({ step: id }) => id === step.id)
    : [];
  const choosable = step.outcomes.filter((outcome) => !outcome.bySilence);
  return choosable.map(({ id, title }) => ({
    id,
    title: say(title, language),
    possible: possible.some((prospect) => prospect.outcome === id),
  }));
}
