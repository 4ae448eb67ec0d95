import { createHash } from 'node:crypto';
import type { ActRequest, Answers, Committed, Refused, UndatedAct } from '../../door/acts.js';
import { commitAct, commitActOn } from '../../door/commit-act.js';
import type { Text } from '../../protocols/language/text.js';
import type { Refusal } from '../../protocols/refusals.js';
import { type Access, actorOf } from '../auth/access.js';
import { mayShow } from '../auth/fields.js';
import { type ProblemError, refused } from '../errors.js';
import type { OpenRun } from './open-run.js';

/**
 * The act id of a caller's key. Scoped by institution, so that nobody meets another institution's key; hashed, because
 * callers put names into keys and the history keeps ids for ever.
 */
export function actIdOf(access: Access, key: string): string {
  const hash = createHash('sha256').update(`${access.institution}\0${key}`).digest('base64url');
  return `api/${hash}`;
}

/**
 * Enters an act for the caller, or throws the door's refusal in words the caller may read; `RunMovedError` where it must go
 * into the run as it was read and does not.
 */
export async function commit(
  opened: OpenRun,
  key: string,
  act: UndatedAct,
  answers?: Answers,
  meant?: ActRequest['meant'],
): Promise<Committed> {
  const { context, access, run } = opened;
  const request = {
    runId: run.id,
    actId: actIdOf(access, key),
    actor: actorOf(access),
    act,
    ...(answers ? { answers } : {}),
    ...(meant ? { meant } : {}),
  };
  if (!opened.onlyAsRead) return getCommitted(await commitAct(context.door, request), opened);
  const committed = await commitActOn(context.door, run, request);
  if (!committed) throw new RunMovedError();
  return committed;
}

/** Nothing was entered: the run must be read again. */
export class RunMovedError extends Error {
  constructor() {
    super('The run is not as it was remembered, or something stands against the act');
    this.name = 'RunMovedError';
  }
}

function getCommitted(result: Committed | Refused, opened: OpenRun): Committed {
  if (result.ok) return result;
  throw problemOf(result.refusal, opened);
}

/** A refusal of the door or the core in words this access may read. */
export function problemOf(refusal: Refusal, opened: OpenRun): ProblemError {
  return refused(refusal, inWords(refusal, opened));
}

/** Missing facts by their sentences; to the receiving side neither them nor how a run ended. */
function inWords({ code, params }: Refusal, opened: OpenRun): Text | undefined {
  if (code === 'run-ended' && !mayShow(opened, 'run.ending')) {
    return { es: 'El proceso ya terminó.', en: 'The run has already ended.' };
  }
  if (code !== 'requirement-missing') return undefined;
  if (!mayShow(opened, 'run.why')) {
    return { es: 'El paso está suspendido.', en: 'The step is suspended.' };
  }
  const texts = String(params.missing)
    .split(', ')
    .map((id) => opened.definition.facts.find((fact) => fact.id === id)?.missing)
    .filter((text) => text !== undefined);
  return {
    es: `El paso está suspendido. ${texts.map((text) => text.es).join('. ')}.`,
    en: `The step is suspended. ${texts.map((text) => text.en).join('. ')}.`,
  };
}
