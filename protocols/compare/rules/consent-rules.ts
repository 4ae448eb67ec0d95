import type { Consent } from '../../language/consent.js';
import type { Text } from '../../language/text.js';
import type { Change } from '../changes.js';
import { type DifferenceRule, differ, lacking, listOf } from '../difference.js';
import { sayList } from '../words.js';

/** What the person is asked to agree to, and what rests on it. */
export const CONSENT_RULES: readonly (readonly [pattern: string, rule: DifferenceRule])[] = [
  ['consents/*', presence],
  ['steps/*/consent', asked],
  ['steps/*/shares/*/restsOn', rest],
  ['events/*/revokes', revoked],
  ['minorWhen', minority],
];

function presence(change: Change) {
  const { title } = (change.after ?? change.before) as Consent;
  const text =
    change.before === undefined
      ? { es: 'Se pide un consentimiento más: {title}.', en: 'One more consent is asked: {title}.' }
      : {
          es: 'Ya no se pide el consentimiento: {title}.',
          en: 'A consent is no longer asked: {title}.',
        };
  return [differ(change, 'safeguard', change.before !== undefined, text, { title })];
}

function asked(change: Change) {
  return [said(change, { es: 'los consentimientos que pide', en: 'the consents it asks for' })];
}

function rest(change: Change) {
  return [said(change, { es: 'el consentimiento del que depende', en: 'the consent it rests on' })];
}

function minority(change: Change) {
  return [said(change, { es: 'cuándo es menor la persona', en: 'when the person is a child' })];
}

/** What says more than before protects; what says something else cannot be shown to protect as much. */
function said(change: Change, what: Text) {
  const params = { where: change.path.join('/'), what };
  const text = { es: '{where}: cambia {what}.', en: '{where}: {what} changes.' };
  return differ(change, 'safeguard', change.before !== undefined, text, params);
}

function revoked(change: Change) {
  const weakens = lacking(listOf(change.before), listOf(change.after)).length > 0;
  const text = {
    es: '{where}: retira {after}, antes {before}.',
    en: '{where}: takes back {after}, before {before}.',
  };
  const say = (value: unknown) => sayList(listOf(value));
  const params = {
    where: change.path.join('/'),
    before: say(change.before),
    after: say(change.after),
  };
  return [differ(change, 'safeguard', weakens, text, params)];
}
