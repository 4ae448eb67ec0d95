import type { DecisionMark } from '../../db/queries/series.js';
import type { Act } from '../../protocols/core/acts.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { ActRequest } from '../acts.js';
import type { Door, KnownRun } from '../door.js';
import { keptKey } from '../kept-key.js';
import { fieldsOf } from '../sealed-answers.js';
import { decidesAboutPerson } from './decides.js';
import type { SeriesLimits } from './limits.js';
import { LIKE_BITS, printOf } from './print.js';

/** What the database counts an act by; undefined for all but a person's decision about a person, and in rehearsals. */
export async function markOf(
  door: Door,
  definition: Definition,
  run: Pick<KnownRun, 'rehearsal'>,
  { actor, answers }: Pick<ActRequest, 'actor' | 'answers'>,
  act: Act,
): Promise<DecisionMark | undefined> {
  if (act.type !== 'step-completed' || run.rehearsal || actor.institution === 'system') {
    return undefined;
  }
  const step = definition.steps.find(({ id }) => id === act.step);
  if (!step || !decidesAboutPerson(definition, step)) return undefined;
  const print = answers && (await printOfAnswers(door, definition, answers));
  return {
    account: actor.account,
    step: step.id,
    limits: asNumbers(door.series),
    ...(print === undefined ? {} : { print }),
  };
}

async function printOfAnswers(
  door: Door,
  definition: Definition,
  { form, values }: NonNullable<ActRequest['answers']>,
): Promise<string | undefined> {
  const texts = fieldsOf(definition, form).flatMap(({ id, type, fills }) => {
    const value = values[id];
    // What the system writes is the same for everybody.
    const isWritten = (type === 'long-text' || type === 'text') && fills === undefined;
    return isWritten && typeof value === 'string' ? [value] : [];
  });
  if (texts.length === 0) return undefined;
  return printOf(await keptKey(door, 'reasons'), texts);
}

function asNumbers({ short, long, alike }: SeriesLimits): number[] {
  return [short.most, short.minutes, long.most, long.minutes, alike, LIKE_BITS];
}
