import { evaluate } from '../language/condition.js';
import { withheldWhile } from '../language/consent.js';
import type { Share } from '../language/step.js';
import type { Compiled } from './compiled.js';
import type { Draft } from './draft.js';

/** The declaration of a share that was decided, by its key `step#opening:share`; undefined when there is none. */
export function findShare({ steps }: Compiled, key: string): Share | undefined {
  const step = steps.get(key.slice(0, key.indexOf('#')))?.step;
  const id = key.slice(key.indexOf(':') + 1);
  return step?.shares?.find((share) => share.id === id);
}

/**
 * Marks the shares that wait for an acknowledgement and may no longer be made. Hours may lie between decision and
 * hand-over, and what is forbidden by then is withheld: a reminder would tell its recipient of something it was never
 * sent, and its supervisor too. Of what was recalled nobody has to confirm that it came. For good, because a later permission does not bring the share back.
 */
export function noteForbidden({ compiled, state, view }: Draft): void {
  for (const key in state.acknowledgements) {
    const waiting = state.acknowledgements[key]!;
    if (waiting.forbidden) continue;
    const share = findShare(compiled, key);
    const withheld = share && withheldWhile(compiled.definition, share);
    const isRecalled = state.received?.[key]?.recall !== undefined;
    if (isRecalled || (withheld && evaluate(withheld, view))) waiting.forbidden = true;
  }
}
