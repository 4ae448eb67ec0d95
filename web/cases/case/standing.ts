import type { StepInRunView } from '../../../api/schemas/runs.js';

/**
 * Where a step stands, as the list and the picture say it: `skipped` was not needed so far, `withdrawn` was open and
 * taken back without an answer.
 */
export type Standing =
  | 'done'
  | 'current'
  | 'suspended'
  | 'waiting'
  | 'future'
  | 'skipped'
  | 'withdrawn';

/** One entry of the list of steps and of the picture. */
export interface StepItem {
  readonly step: StepInRunView;
  readonly standing: Standing;
}

export interface StageItem {
  readonly id: string;
  readonly title: string;
  readonly standing: 'done' | 'current' | 'future' | 'skipped';
  readonly items: readonly StepItem[];
}

/**
 * The steps of a run by stage. Both the list and the picture are drawn from this, so they cannot disagree. A step that
 * never opened counts as not needed once its stage is behind; it may still open, if what it waits for comes.
 */
export function stagesOf(
  stages: readonly { readonly id: string; readonly title: string }[],
  steps: readonly StepInRunView[],
  ended: boolean,
): StageItem[] {
  return stages.flatMap(({ id, title }) => {
    const own = steps.filter(({ stage }) => stage === id);
    if (own.length === 0) return [];
    const active = own.some(({ status }) => ['open', 'suspended', 'waiting'].includes(status));
    const happened = own.some(({ status, opening }) => status === 'answered' || opening > 0);
    const isBehind = ended || (happened && !active);
    const items = own.map((step) => ({ step, standing: standingOf(step, isBehind) }));
    const standing = active ? 'current' : happened ? 'done' : ended ? 'skipped' : 'future';
    return { id, title, standing, items };
  });
}

function standingOf({ status, opening }: StepInRunView, isBehind: boolean): Standing {
  switch (status) {
    case 'open':
      return 'current';
    case 'suspended':
    case 'waiting':
      return status;
    case 'answered':
      return 'done';
    case 'not-yet':
      if (opening > 0) return 'withdrawn';
      return isBehind ? 'skipped' : 'future';
  }
}

/** The open steps, the most urgent first: running deadlines by date, then those without, then suspended ones. */
export function openSteps(steps: readonly StepInRunView[]): StepInRunView[] {
  const rank = ({ status, due }: StepInRunView) =>
    status === 'suspended' ? '2' : due?.at && due.state !== 'none' ? `0${due.at}` : '1';
  return steps
    .filter(({ status }) => status === 'open' || status === 'suspended')
    .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Who must still answer a step: those who have not signed, or all of them. */
export function holdersOf({ signers }: StepInRunView): string[] {
  const unsigned = signers.filter(({ signed }) => signed !== true);
  const of = unsigned.length > 0 ? unsigned : signers;
  return [...new Set(of.map(({ institution }) => institution.title))];
}
