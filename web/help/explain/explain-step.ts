import type { OpenRun } from '../../../api/runs/open-run.js';
import { getStep } from '../../../api/runs/pick-role.js';
import type { StepInRunView } from '../../../api/schemas/runs.js';
import { momentOf } from '../../../api/views/due-view.js';
import { silenceWords } from '../../../api/views/silence-words.js';
import type { Step } from '../../../protocols/language/step.js';
import { EXPLAIN } from './words.js';

/** Answers to what whoever looks at a case asks first. */
export interface Explained {
  readonly now: string;
  readonly who: string;
  readonly until: string;
  /** What comes by itself and when, in order; one sentence where nothing does. */
  readonly silence: readonly string[];
}

/**
 * An open step in plain words: what has to be done, who has to, until when, and what comes of silence with the real
 * instants of its clock. Says no more than the view it is made of: of somebody else's step only what the list shows.
 */
export function explainStep(opened: OpenRun, shown: StepInRunView): Explained {
  const { definition, language } = opened;
  const words = EXPLAIN[language];
  const step = getStep(definition, shown.step);
  const what = words.kinds[step.kind](shown.title);
  return {
    now: shown.status === 'suspended' ? `${what} ${words.suspended(whyOf(shown))}`.trim() : what,
    who: whoOf(opened, shown),
    until: untilOf(opened, shown),
    silence: silenceOf(opened, step),
  };
}

function whyOf({ why }: StepInRunView): string {
  return (why ?? []).map(({ text }) => `${text}.`).join(' ');
}

function whoOf({ language }: OpenRun, { signers, mine }: StepInRunView): string {
  const words = EXPLAIN[language];
  const names = (of: StepInRunView['signers']) =>
    new Intl.ListFormat(language).format([
      ...new Set(of.map(({ institution, role }) => `${institution.title} (${role.title})`)),
    ]);
  if (signers.length < 2) return mine ? `${words.you} ${names(signers)}.` : `${names(signers)}.`;
  const missing = signers.filter(({ signed }) => signed === false);
  const all = words.all(names(signers));
  return missing.length === signers.length || missing.length === 0
    ? all
    : `${all} ${words.missingSignatures(names(missing))}`;
}

function untilOf({ language }: OpenRun, { due }: StepInRunView): string {
  const words = EXPLAIN[language];
  if (due?.at === undefined || due.moment === undefined) return words.noDeadline;
  return due.state === 'none' ? words.paused : words.ends(due.moment, due.words);
}

/** Later marks never come where the end of the time closes the step. */
function silenceOf({ run, access, language }: OpenRun, step: Step): string[] {
  const words = EXPLAIN[language];
  const clock = run.state.steps[step.id]?.open?.clock;
  const due = silenceWords(step, language);
  if (!clock || due === undefined) return [words.nothing];
  if (clock.pausedAt !== undefined) return [`${due}.`];
  const said: string[] = [];
  for (const { mark, at } of clock.marks) {
    const moment = momentOf(at, access.timeZone, language);
    said.push(words.at(moment, mark === 'due' ? lower(due) : words.marks[mark]));
    if (mark === 'due' && closesIt(step)) break;
  }
  return said.length > 0 ? said : [`${due}.`];
}

function closesIt({ deadline, outcomes }: Step): boolean {
  const lapse = outcomes.find(({ id }) => id === deadline?.lapse);
  return lapse !== undefined && !lapse.keepsOpen && deadline?.lapseIf === undefined;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
