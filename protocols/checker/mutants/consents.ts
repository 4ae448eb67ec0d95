import { consentingOutcomes } from '../../language/consent.js';
import type { Definition } from '../../language/definition.js';
import type { Field } from '../../language/form.js';
import type { Step } from '../../language/step.js';
import { editEvent, editOutcome, editStep, without } from './edit.js';
import type { Operator } from './mutant.js';

const SPOUSE = { id: 'spouse', title: { es: 'Su pareja', en: 'Their spouse' } } as const;

function consenting({ steps }: Definition): Step[] {
  return steps.filter(({ consent }) => consentingOutcomes(consent).length > 0);
}

function editField(definition: Definition, step: string, id: string, change: (of: Field) => Field) {
  return editStep(definition, step, (of) => ({
    ...of,
    form: (of.form ?? []).map((field) => (field.id === id ? change(field) : field)),
  }));
}

/** How somebody agreed is no longer on record. */
const unrecorded: Operator = {
  id: 'consent-unrecorded',
  says: 'a question of the record of a consent is not asked, or need not be answered',
  *breaks(definition) {
    for (const step of consenting(definition)) {
      for (const { id } of (step.form ?? []).filter((field) => field.id.startsWith('consent-'))) {
        // Where the protocol is for adults only nobody asks for the agreement of a child.
        if (id === 'consent-each' || (id === 'consent-assent' && !definition.minorWhen)) continue;
        yield {
          at: `${step.id}/${id}/dropped`,
          expects: ['INV-V3'],
          definition: editStep(definition, step.id, (of) => ({
            ...of,
            form: of.form!.filter((field) => field.id !== id),
          })),
        };
        if (id === 'consent-assent' || id === 'consent-text') continue;
        yield {
          at: `${step.id}/${id}/optional`,
          expects: ['INV-V3'],
          definition: editField(definition, step.id, id, (of) => without(of, 'required')),
        };
      }
    }
  },
};

/** Somebody else may decide. */
const byAnother: Operator = {
  id: 'consent-by-another',
  says: 'one adult may decide for another, or a child alone',
  *breaks(definition) {
    for (const step of consenting(definition)) {
      const edited = (change: (of: Field) => Field) =>
        editField(definition, step.id, 'consent-whose', change);
      yield {
        at: `${step.id}/spouse`,
        expects: ['INV-V3'],
        definition: edited((of) => ({ ...of, options: [...of.options!, SPOUSE] })),
      };
      if (!definition.minorWhen) continue;
      yield {
        at: `${step.id}/nobody-for-a-child`,
        expects: ['INV-V3'],
        definition: edited((of) => ({
          ...of,
          options: of.options!.filter(({ id }) => id === 'person' || id === 'representative'),
        })),
      };
    }
  },
};

/** Nobody says anything, and that counts as a yes. */
const bySilence: Operator = {
  id: 'consent-by-silence',
  says: 'silence gives a consent',
  *breaks(definition) {
    for (const step of consenting(definition)) {
      const [lapse] = consentingOutcomes(step.consent);
      if (!step.deadline || step.safeguard) continue;
      yield {
        at: `${step.id}/${lapse}`,
        expects: ['INV-V3', 'line-by-silence', 'yes-by-silence'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          deadline: { ...of.deadline!, silence: 'L4', lapse: lapse! },
        })),
      };
    }
  },
};

/** A purpose is not asked, not declared, or can no longer be taken back. */
const noWayBack: Operator = {
  id: 'consent-without-way-back',
  says: 'a consent cannot be taken back, or not by everybody and always',
  *breaks(definition) {
    for (const event of definition.events.filter(({ revokes }) => revokes?.length)) {
      const others = definition.events.filter((one) => one !== event);
      const orphaned = event.revokes!.filter(
        (id) => !others.some(({ revokes, while: until }) => !until && revokes?.includes(id)),
      );
      if (orphaned.length === 0) continue;
      const ways: [string, Definition][] = [
        ['unnamed', editEvent(definition, event.id, (of) => without(of, 'revokes'))],
        ['lead-only', editEvent(definition, event.id, (of) => ({ ...of, by: [definition.lead] }))],
        [
          'ends',
          editEvent(definition, event.id, (of) => ({ ...of, ends: definition.endings[0]!.id })),
        ],
      ];
      const isReturn = orphaned.every((id) => id === 'return');
      if (!isReturn) {
        const until = { not: definition.facts[0]!.id };
        ways.push([
          'sometimes',
          editEvent(definition, event.id, (of) => ({ ...of, while: until })),
        ]);
      }
      for (const [at, broken] of ways) {
        const expects = ['INV-V5', 'INV-A5', 'INV-V2', 'INV-A9'];
        yield { at: `${event.id}/${at}`, expects, definition: broken };
      }
    }
  },
};

/** What says that the consent holds goes on saying so. */
const keptStanding: Operator = {
  id: 'consent-kept-standing',
  says: 'taking a consent back leaves it standing',
  *breaks(definition) {
    for (const event of definition.events) {
      for (const { id, holds } of definition.consents ?? []) {
        if (!event.revokes?.includes(id)) continue;
        yield {
          at: `${event.id}/${id}`,
          expects: ['INV-V5'],
          definition: editEvent(definition, event.id, (of) =>
            'fact' in holds
              ? { ...of, clears: of.clears!.filter((fact) => fact !== holds.fact) }
              : { ...of, assigns: { ...of.assigns, [holds.attribute]: true } },
          ),
        };
      }
    }
  },
};

/** Who says no to one thing loses another. */
const closesOthers: Operator = {
  id: 'consent-closes-others',
  says: 'refusing or taking back one consent ends another',
  *breaks(definition) {
    const facts = (definition.consents ?? []).flatMap(({ id, kind, holds }) =>
      'fact' in holds && kind !== 'return' ? [{ id, fact: holds.fact }] : [],
    );
    for (const step of definition.steps) {
      for (const { purpose, refuses = [] } of step.consent ?? []) {
        const other = facts.find(({ id }) => id !== purpose);
        const isReturn = definition.consents!.some(
          ({ id, kind }) => id === purpose && kind === 'return',
        );
        if (!other || isReturn) continue;
        for (const outcome of refuses) {
          yield {
            at: `${step.id}:${outcome}/${other.id}`,
            expects: ['INV-V5'],
            definition: editOutcome(definition, step.id, outcome, (of) => ({
              ...of,
              clears: [...(of.clears ?? []), other.fact],
            })),
          };
        }
      }
    }
  },
};

/** The times a consent promises are not kept. */
const outOfTime: Operator = {
  id: 'consent-out-of-time',
  says: 'a consent is asked without the declared time to think, or not again before the journey',
  *breaks(definition) {
    for (const consent of definition.consents ?? []) {
      if (!consent.coolingOff || !consent.reconfirm) continue;
      const edited = (part: 'coolingOff' | 'reconfirm', length: number): Definition => ({
        ...definition,
        consents: definition.consents!.map((one) =>
          one === consent ? { ...one, [part]: { ...one[part]!, length } } : one,
        ),
      });
      const dropped = (part: 'coolingOff' | 'reconfirm'): Definition => ({
        ...definition,
        consents: definition.consents!.map((one) => (one === consent ? without(one, part) : one)),
      });
      yield {
        at: `${consent.id}/a-day`,
        expects: ['INV-V5'],
        definition: edited('coolingOff', 24),
      };
      yield {
        at: `${consent.id}/longer`,
        expects: ['INV-V5'],
        definition: edited('coolingOff', 96),
      };
      yield { at: `${consent.id}/at-once`, expects: ['INV-V5'], definition: dropped('coolingOff') };
      yield { at: `${consent.id}/early`, expects: ['INV-V5'], definition: edited('reconfirm', 48) };
      for (const step of definition.steps) {
        if (
          !step.consent?.some(({ purpose, reconfirms }) => purpose === consent.id && reconfirms)
        ) {
          continue;
        }
        yield {
          at: `${step.id}/any-time`,
          expects: ['INV-V5'],
          definition: editStep(definition, step.id, (of) => without(of, 'notBefore')),
        };
      }
    }
  },
};

/** Data leaves without the consent it rested on, or rests on one nobody asked. */
const restsOnNothing: Operator = {
  id: 'consent-not-rested-on',
  says: 'a share no longer rests on the consent, or on one nobody declares',
  *breaks(definition) {
    const roles = new Map(definition.roles.map((role) => [role.id, role]));
    for (const step of definition.steps) {
      for (const share of (step.shares ?? []).filter(({ restsOn }) => restsOn !== undefined)) {
        const edited = (restsOn: string | undefined): Definition =>
          editStep(definition, step.id, (of) => ({
            ...of,
            shares: of.shares!.map((one) => {
              if (one !== share) return one;
              return restsOn === undefined ? without(one, 'restsOn') : { ...one, restsOn };
            }),
          }));
        yield {
          at: `${step.id}/${share.id}/undeclared`,
          expects: ['not-found'],
          definition: edited('nobody-asked'),
        };
        const consent = definition.consents!.find(({ id }) => id === share.restsOn);
        const fact = consent && 'fact' in consent.holds ? consent.holds.fact : '';
        // What is told with the arrival itself is told to the State the person is in: INV-V4 excepts it.
        const arrives = step.outcomes.some(({ sets }) => sets?.includes('returned'));
        const isEarly = !arrives && ['preparation', 'travel'].includes(step.stage);
        if (definition.regime !== 'voluntary' || roles.get(share.to)?.side !== 'receiving')
          continue;
        if (!isEarly || share.unless || step.requires?.includes(fact)) continue;
        yield {
          at: `${step.id}/${share.id}/on-nothing`,
          expects: ['INV-V4', 'INV-P1'],
          definition: edited(undefined),
        };
      }
    }
  },
};

export const consents: readonly Operator[] = [
  unrecorded,
  byAnother,
  bySilence,
  noWayBack,
  keptStanding,
  closesOthers,
  outOfTime,
  restsOnNothing,
];
