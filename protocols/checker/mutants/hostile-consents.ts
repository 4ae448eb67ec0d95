import type { Consent } from '../../language/consent.js';
import type { Definition } from '../../language/definition.js';
import { editEvent, editOutcome, editStep, getStep, keeping, without } from './edit.js';
import type { Operator } from './mutant.js';

/** Something else than the person's answer says that they agreed. */
const consentTaken: Operator = {
  id: 'consent-taken',
  says: 'a consent holds from the start, or by what somebody else answers or reports',
  *breaks(definition) {
    const expects = ['INV-V5', 'INV-V4', 'INV-V1', 'INV-A6', 'INV-T1'];
    const plain = definition.steps.find(
      ({ consent, outcomes, effects, recalls, safeguard, requires }) =>
        !consent &&
        !effects &&
        !recalls &&
        !safeguard &&
        requires !== undefined &&
        outcomes.some(({ ends, continues, bySilence }) => !ends && !continues && !bySilence),
    );
    const event = definition.events.find(
      ({ by, ends, continues, revokes }) => by !== 'system' && !ends && !continues && !revokes,
    );
    for (const { id, holds } of definition.consents ?? []) {
      const mark = 'fact' in holds ? holds.fact : holds.attribute;
      yield {
        at: `${id}/from-the-start`,
        expects: [...expects, 'INV-A16'],
        definition:
          'fact' in holds
            ? {
                ...definition,
                facts: definition.facts.map((one) =>
                  one.id === mark ? { ...one, initially: true as const } : one,
                ),
              }
            : {
                ...definition,
                attributes: definition.attributes.map((one) =>
                  one.id === mark ? { ...one, initially: true } : one,
                ),
              },
      };
      const does =
        'fact' in holds ? { sets: [holds.fact] } : { assigns: { [holds.attribute]: true } };
      if (event) {
        yield {
          at: `${id}/by-report-${event.id}`,
          expects,
          definition: editEvent(definition, event.id, (of) => ({
            ...('fact' in holds ? keeping(of, [holds.fact]) : of),
            ...('fact' in holds ? { sets: [...(of.sets ?? []), holds.fact] } : does),
          })),
        };
      }
      const other = plain?.outcomes.find(({ ends, continues }) => !ends && !continues);
      if (!plain || !other) continue;
      yield {
        at: `${id}/${plain.id}:${other.id}`,
        expects: [...expects, 'INV-P6'],
        definition: editOutcome(definition, plain.id, other.id, (of) => ({
          ...of,
          ...('fact' in holds
            ? { sets: [...(of.sets ?? []), holds.fact] }
            : { assigns: { ...of.assigns, [holds.attribute]: true } }),
        })),
      };
    }
    for (const told of ['originTold', 'consulateTold']) {
      if (!definition.facts.some(({ id }) => id === told)) continue;
      yield {
        at: `${told}/from-the-start`,
        expects: ['INV-V4'],
        definition: {
          ...definition,
          facts: definition.facts.map((one) =>
            one.id === told ? { ...one, initially: true as const } : one,
          ),
        },
      };
    }
  },
};

/** Time to think runs before anything was explained, a child is never thought of, one yes means all. */
const consentWithoutTime: Operator = {
  id: 'consent-without-time',
  says: 'time to think runs from something else than counselling, or nobody says who is a child',
  *breaks(definition) {
    const { regime, consents = [] } = definition;
    if (regime !== 'voluntary' && regime !== 'victim') return;
    const asking = regime === 'voluntary' ? 'consent' : 'options-and-decision';
    const [first] = definition.steps;
    const after = `${first!.id}:${first!.outcomes[0]!.id}` as const;
    yield {
      at: `${asking}/from-the-first-step`,
      expects: ['INV-V1'],
      definition: {
        ...editStep(definition, asking, (of) => ({ ...of, series: { ...of.series!, after } })),
        consents: consents.map((one) =>
          one.coolingOff ? { ...one, coolingOff: { ...one.coolingOff, after } } : one,
        ),
      },
    };
    yield {
      at: 'only-others-decide',
      expects: ['INV-V3'],
      definition: editStep(definition, asking, (of) => ({
        ...of,
        form: of.form!.map((field) =>
          field.id === 'consent-whose'
            ? { ...field, options: field.options!.filter(({ id }) => id !== 'person') }
            : field,
        ),
      })),
    };
    yield {
      at: 'nobody-is-a-child',
      expects: ['INV-V3', 'INV-C7'],
      definition: without(definition, 'minorWhen'),
    };
    const other = consents.find(({ holds, kind }) => 'fact' in holds && kind !== 'return');
    if (!other || !('fact' in other.holds)) return;
    const { fact } = other.holds;
    const step = getStep(definition, asking);
    const gives = step.consent![0]!.gives!;
    yield {
      at: `${asking}/with-${other.id}`,
      expects: ['INV-V5'],
      definition: editStep(definition, asking, (of) => ({
        ...of,
        consent: [...of.consent!, { purpose: other.id, gives }],
        outcomes: of.outcomes.map((one) =>
          gives.includes(one.id) ? { ...one, sets: [...(one.sets ?? []), fact] } : one,
        ),
      })),
    };
  },
};

/** A protocol of people who go by choice in which no consent is declared, so that none is recorded. */
const consentNowhere: Operator = {
  id: 'consent-nowhere',
  says: 'no consent to return is declared, and what was called one is a step like any other',
  *breaks(definition) {
    const { regime, consents = [] } = definition;
    if (regime !== 'voluntary' && regime !== 'victim') return;
    const returning = consents.filter(({ kind }) => kind === 'return');
    for (const [at, gone] of [
      ['none', consents],
      ['none-to-return', returning],
    ] as const) {
      yield { at, expects: ['INV-V5'], definition: undeclared(definition, gone) };
    }
    if (regime !== 'voluntary') return;
    for (const consent of consents) {
      if (consent.kind !== 'sharing' || !('fact' in consent.holds)) continue;
      if (!TO_ORIGIN.includes(consent.holds.fact)) continue;
      const gone = undeclared(definition, [consent]);
      // Shares go on being held back by the fact itself, so that nothing but the missing declaration is wrong.
      yield {
        at: consent.id,
        expects: ['INV-V4'],
        definition: heldByFact(gone, definition, consent),
      };
    }
  },
};

const TO_ORIGIN = ['consularContactAgreed', 'originNoticeAgreed'];

function heldByFact(definition: Definition, was: Definition, { id, holds }: Consent): Definition {
  const fact = 'fact' in holds ? holds.fact : holds.attribute;
  return {
    ...definition,
    steps: definition.steps.map((step) => ({
      ...without(step, 'shares'),
      ...partOf(
        'shares',
        step.shares?.map((share) => {
          const old = was.steps
            .find((one) => one.id === step.id)
            ?.shares?.find((one) => one.id === share.id);
          if (old?.restsOn !== id) return share;
          const unless = share.unless ? { any: [share.unless, { not: fact }] } : { not: fact };
          return { ...share, unless };
        }),
      ),
    })),
  };
}

function undeclared(definition: Definition, gone: readonly Consent[]): Definition {
  const isGone = (purpose: string | undefined) => gone.some(({ id }) => id === purpose);
  const left = definition.consents!.filter((one) => !gone.includes(one));
  const { consents: _, ...rest } = definition;
  return {
    ...rest,
    ...(left.length > 0 ? { consents: left } : {}),
    steps: definition.steps.map((step) => ({
      ...without(step, 'consent', 'shares'),
      ...partOf(
        'consent',
        step.consent?.filter(({ purpose }) => !isGone(purpose)),
      ),
      ...partOf(
        'shares',
        step.shares?.map((share) => (isGone(share.restsOn) ? without(share, 'restsOn') : share)),
      ),
    })),
    events: definition.events.map((event) => ({
      ...without(event, 'revokes'),
      ...partOf(
        'revokes',
        event.revokes?.filter((purpose) => !isGone(purpose)),
      ),
    })),
  };
}

/** A list as a part of something, left out where it is empty. */
function partOf<K extends string, T>(name: K, list: readonly T[] | undefined) {
  return list?.length ? ({ [name]: list } as { [key in K]: readonly T[] }) : {};
}

export const hostileConsents: readonly Operator[] = [
  consentTaken,
  consentWithoutTime,
  consentNowhere,
];
