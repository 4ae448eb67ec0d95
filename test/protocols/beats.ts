import type { Beat } from '../../rehearsal/scene.js';

/** Answers given one after the other. */
export const say = (...answers: readonly string[]): Beat => ({ answers: answers.join(' ') });

/** The same part of a list of answers, so many times. */
export const repeat = (times: number, part: string): string =>
  Array.from({ length: times }, () => part).join(' ');

/** Each answer comes only after its deadline has passed, with all reminders on the way. */
export const late = (answers: string): Beat[] =>
  answers
    .trim()
    .split(/\s+/)
    .flatMap((part) => [{ untilDue: part.slice(0, part.indexOf(':')) }, { answers: part }]);

/** Visits of a series, each answered when it opens, with what follows it. */
export const visits = (step: string, ...answers: readonly string[]): Beat[] =>
  answers.flatMap((answer) => [{ untilOpen: step }, { answers: `${step}:${answer}` }]);

/** An answer to a step that opens by itself, when its time has come. */
export const inTime = (answer: string): Beat[] => [
  { untilOpen: answer.slice(0, answer.indexOf(':')) },
  { answers: answer },
];

/** Something reported by a role, as `event/role`. */
export const told = (event: string): Beat => ({ event });

/** Days go by. */
export const days = (count: number): Beat => ({ hours: count * 24 });
