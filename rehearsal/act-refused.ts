import { type Refusal, refusalText } from '../protocols/refusals.js';

/** The door refused an act of a rehearsal. The message says why, in codes and the names of the definition. */
export class ActRefused extends Error {
  readonly refusal: Refusal;

  constructor(what: string, refusal: Refusal) {
    super(`${what}: ${refusalText(refusal, 'en')}`);
    this.name = 'ActRefused';
    this.refusal = refusal;
  }
}
