import { countriesOf } from '../language/corridor.js';
import type { Agreement } from '../language/pack.js';
import { silenceUnder } from '../rules/agreements.js';
import { isWithinPeriod } from '../rules/opening-hours.js';
import { localDate } from '../rules/zone.js';
import { assign, bindingOf, type Draft } from './draft.js';

/** Regimes under which nothing is ever deemed accepted because a State kept silent. */
const NEVER_DEEMED: readonly string[] = ['child', 'victim'];
const SILENCE = 'agreementSilence';
/** Never given: read from the pack and the register of the States. */
export const REPRESENTATION = 'representation';

/** Whether an agreement is one between the States of this run. */
export function isBetween(draft: Draft, { parties }: Agreement): boolean {
  const { sending, receiving } = countriesOf(draft.compiled.definition, draft.state.bindings);
  const party = (country: string) => parties.includes(country);
  return sending.some(party) && receiving.some(party);
}

/** The date at the lead institution. */
function todayOf(draft: Draft): string {
  return localDate(draft.at, bindingOf(draft, draft.compiled.definition.lead).timeZone);
}

/** What silence of the other State means today: acceptance only where an agreement in force says so. */
export function agreementSilence(draft: Draft): 'none' | 'acceptance' {
  const { definition, pack } = draft.compiled;
  if (!pack || NEVER_DEEMED.includes(definition.regime)) return 'none';
  const on = todayOf(draft);
  const accepts = pack.agreements.some(
    (agreement) =>
      isBetween(draft, agreement) &&
      silenceUnder(agreement, draft.state.register?.agreements[agreement.id], on) === 'acceptance',
  );
  return accepts ? 'acceptance' : 'none';
}

/** Who stands in for the consulate, where the receiving State has none in the sending one. */
export function representation(draft: Draft): string {
  const { definition, pack } = draft.compiled;
  const { sending, receiving } = countriesOf(definition, draft.state.bindings);
  const on = todayOf(draft);
  const known = [...(pack?.relations ?? []), ...(draft.state.register?.relations ?? [])];
  const relay = known
    .filter((one) => sending.includes(one.sending) && receiving.includes(one.receiving))
    .at(-1);
  return relay && isWithinPeriod(relay, on) ? relay.channel : 'consulate';
}

/**
 * Attributes that say what the States agreed are read from the pack and the register, never given: at the start and
 * whenever the register changes.
 */
export function refreshAgreed(draft: Draft): void {
  const { definition, pack } = draft.compiled;
  const declares = (id: string) => definition.attributes.some((attribute) => attribute.id === id);
  if (pack && declares(SILENCE)) assign(draft, SILENCE, agreementSilence(draft));
  if (declares(REPRESENTATION)) assign(draft, REPRESENTATION, representation(draft));
}
