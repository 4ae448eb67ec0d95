import { type ConditionView, evaluate } from '../language/condition.js';
import { findConsent } from '../language/consent.js';
import { ASSENT, askedWith, type RecordQuestion } from '../language/consent-record.js';
import type { Definition } from '../language/definition.js';
import type { Step } from '../language/step.js';
import type { Text } from '../language/text.js';

/** Why an answer that gives a consent cannot count, at the question it belongs to. */
export interface RecordFault {
  readonly field: RecordQuestion | typeof ASSENT;
  readonly code: string;
  readonly message: Text;
}

const FAULTS = {
  'child-alone': {
    field: 'consent-whose',
    message: {
      es: 'Una niña o un niño no consiente solo. Diga qué tutora, tutor, madre, padre o representante decide con ella o él, o registre que no hay consentimiento',
      en: 'A child does not consent alone. Say which guardian, parent or representative decides with the child, or record that there is no consent',
    },
  },
  'child-disagrees': {
    field: ASSENT,
    message: {
      es: 'Diga si la niña o el niño está de acuerdo. Sin su acuerdo no hay consentimiento: elija otro resultado',
      en: 'Say whether the child agrees. Without their agreement there is no consent: choose another outcome',
    },
  },
  'not-read-aloud': {
    field: 'consent-read-aloud',
    message: {
      es: 'La persona no lee por sí misma, así que el texto debe leerse en voz alta antes. Léalo y vuelva a preguntar',
      en: 'The person does not read on their own, so the text must be read aloud first. Read it and ask again',
    },
  },
  'not-private': {
    field: 'consent-private',
    message: {
      es: 'Un consentimiento dado ante la autoridad que detiene no vale. Hable a solas con la persona y pregunte de nuevo',
      en: 'A consent given in front of the detaining authority does not count. Talk in private with the person and ask again',
    },
  },
  'not-told': {
    field: 'consent-revocable',
    message: {
      es: 'La persona debe saber que puede retirarlo en todo momento y sin razones. Explíquelo y pregunte de nuevo',
      en: 'The person must know that they may withdraw at any time and without reasons. Explain it and ask again',
    },
  },
  'not-given': {
    field: 'consent-how',
    message: {
      es: 'Sin firma, huella o declaración grabada no hay consentimiento. Anote cómo se dio o elija otro resultado',
      en: 'Without a signature, thumbprint or recorded statement there is no consent. Say how it was given or choose another outcome',
    },
  },
} as const satisfies Record<string, Omit<RecordFault, 'code'>>;

/** Which text of its consents a definition has: the version everybody in a run was shown. */
export function textVersion({ id, version }: Pick<Definition, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** Whether the person is under 18, or in doubt, as far as the protocol says when that is so. */
export function isChildIn({ regime, minorWhen }: Definition, view: ConditionView): boolean {
  return regime === 'child' || (minorWhen !== undefined && evaluate(minorWhen, view));
}

/**
 * Why the answers to the record of a step do not make a consent; empty when they do, or when the answer gives none.
 * What must be answered at all and in which codes was checked before. `assigns` are the attributes the answers give.
 */
export function recordFaults(
  definition: Definition,
  step: Step,
  given: {
    readonly outcome: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly assigns?: Readonly<Record<string, unknown>> | undefined;
    readonly isChild: boolean;
  },
): RecordFault[] {
  if (!isAgreed(definition, step, given)) return [];
  const { values, isChild } = given;
  const wrong: Record<keyof typeof FAULTS, boolean> = {
    'child-alone': isChild && values['consent-whose'] === 'person',
    'child-disagrees': isChild && !['agrees', 'too-young'].includes(String(values[ASSENT])),
    'not-read-aloud':
      values['consent-reading'] !== 'reads' && values['consent-read-aloud'] !== true,
    'not-private': values['consent-private'] !== true,
    'not-told': values['consent-revocable'] !== true,
    'not-given': values['consent-how'] === 'none',
  };
  return (Object.keys(FAULTS) as (keyof typeof FAULTS)[])
    .filter((code) => wrong[code])
    .map((code) => ({ code, ...FAULTS[code] }));
}

/** Whether by this answer the person agrees to at least one thing. */
function isAgreed(
  definition: Definition,
  step: Step,
  { outcome, assigns }: Pick<Parameters<typeof recordFaults>[2], 'outcome' | 'assigns'>,
): boolean {
  const chosen = step.outcomes.find(({ id }) => id === outcome);
  return askedWith(step.consent, outcome).some(({ purpose }) => {
    const holds = findConsent(definition, purpose)?.holds;
    if (!holds || 'fact' in holds) return true;
    return (chosen?.assigns?.[holds.attribute] ?? assigns?.[holds.attribute]) === true;
  });
}
