import type { Condition } from '../../language/condition.js';
import type { Definition } from '../../language/definition.js';
import type { Step } from '../../language/step.js';
import {
  editEvent,
  editOutcome,
  editStep,
  editSteps,
  factOf,
  guarded,
  hasStep,
  keeping,
  without,
} from './edit.js';
import type { Operator } from './mutant.js';

const PROPOSED = { mark: 'proposal', ref: 'Invented by an adversary' } as const;

/** What protects the person by being reported, and the safeguards that need it to be. */
const REPORTS: Readonly<Record<string, readonly string[]>> = {
  'medical-hold': ['INV-A11'],
  'family-change': ['INV-G3', 'INV-C1'],
  'guardian-lost': ['INV-C1'],
  'carer-withdrawn': ['INV-C1'],
  'new-hearing': ['INV-T3'],
  'escort-lost': ['INV-C2'],
};

/** One body alone may say what stops a journey. */
const oneReporter: Operator = {
  id: 'one-reporter',
  says: 'only one body, with no duty to the person, may report what stops a journey',
  *breaks(definition) {
    const bodies = definition.roles.filter(({ kind }) => kind === 'MIG' || kind === 'IOM');
    for (const [id, expects] of Object.entries(REPORTS)) {
      const event = definition.events.find((one) => one.id === id);
      if (!event) continue;
      for (const { id: role } of bodies) {
        yield {
          at: `${id}/${role}`,
          expects,
          definition: editEvent(definition, id, (of) => ({ ...of, by: [role] })),
        };
      }
    }
  },
};

/** Who was to look after the child no longer will, and care counts as secured. */
const careStands: Operator = {
  id: 'care-stands',
  says: 'care that was refused later stays secured',
  *breaks(definition) {
    for (const [step, outcome] of [
      ['carer-agreement', 'refuses'],
      ['alternative-care-in-origin', 'none'],
    ] as const) {
      if (!hasStep(definition, step)) continue;
      yield {
        at: `${step}:${outcome}`,
        expects: ['INV-C3'],
        definition: editOutcome(definition, step, outcome, (of) =>
          keeping(of, ['carerOrCareSecured']),
        ),
      };
    }
  },
};

/** The person is to be brought back, and nobody is ever late with it. */
const endlessReturn: Operator = {
  id: 'endless-return',
  says: 'bringing somebody back has years, or no deadline at all',
  *breaks(definition) {
    if (!hasStep(definition, 'bring-back')) return;
    const expects = ['INV-A4', 'INV-C2', 'INV-T3', 'INV-V2', 'INV-A2'];
    const edited = (change: (step: Step) => Step) => editStep(definition, 'bring-back', change);
    yield { at: 'none', expects, definition: edited((of) => without(of, 'deadline')) };
    for (const [at, length] of [
      ['twenty-years', 7320],
      ['four-days', 4],
    ] as const) {
      yield {
        at,
        expects,
        definition: edited((of) => ({
          ...of,
          deadline: { ...of.deadline!, length, unit: 'calendar-days' },
        })),
      };
    }
  },
};

/** On the way somebody reports that the person cannot be reached, and closes the file on that. */
const goneByWord: Operator = {
  id: 'gone-by-word',
  says: 'who escorts reports an absence on the way and ends the run on it',
  *breaks(definition) {
    const { regime, facts, endings, steps } = definition;
    if (regime === 'no-return' || !facts.some(({ id }) => id === 'inTransit')) return;
    const escort = [steps.find(({ effects }) => effects?.includes('departs'))!.by].flat()[0]!;
    const home = facts.some(({ id }) => id === 'received') ? 'received' : 'returned';
    const ending = endings.find(({ id }) => id === 'absconded' || id === 'absent') ?? endings[0]!;
    const archive: Step = {
      id: 'archive',
      kind: 'task',
      stage: steps.at(-1)!.stage,
      title: { es: 'Archivo', en: 'Archive' },
      by: escort,
      when: { all: [{ not: home }, 'event:unreachable'] },
      clearsAtOpening: ['personPresent'],
      deadline: { length: 1, unit: 'calendar-days', silence: 'L1', source: PROPOSED },
      outcomes: [{ id: 'closed', title: { es: 'Se archiva', en: 'Closed' }, ends: ending.id }],
    };
    // Whoever is found is not archived, as a careful author would have it.
    const careful = editSteps(definition, (step) => ({
      ...step,
      outcomes: step.outcomes.map((one) =>
        one.sets?.some((set) => factOf(set) === 'personPresent')
          ? { ...one, withdraws: [...(one.withdraws ?? []), archive.id] }
          : one,
      ),
    }));
    yield {
      at: escort,
      expects: ['INV-A9'],
      definition: {
        ...careful,
        steps: [...careful.steps, archive],
        events: [
          ...definition.events,
          {
            id: 'unreachable',
            title: { es: 'No se le localiza', en: 'Cannot be reached' },
            by: [escort],
            while: 'inTransit',
          },
        ],
      },
    };
  },
};

/** Who changes their mind is shut out of what helps. */
const barredForWithdrawing: Operator = {
  id: 'barred-for-withdrawing',
  says: 'whoever withdrew is told nothing more and helped with nothing',
  *breaks(definition) {
    if (definition.regime !== 'voluntary') return;
    const barred = { id: 'barred', title: { es: 'Excluida', en: 'Barred' } } as const;
    const marked: Definition = {
      ...definition,
      attributes: [...definition.attributes, { ...barred, type: 'boolean', initially: false }],
    };
    const reported = editEvent(marked, 'consent-revoked', (of) => ({
      ...of,
      assigns: { ...of.assigns, barred: true },
    }));
    const answered = editStep(marked, 'withdrawal', (of) => ({
      ...of,
      outcomes: of.outcomes.map((one) => ({ ...one, assigns: { ...one.assigns, barred: true } })),
    }));
    const isNot: Condition = { not: { attribute: 'barred', is: true } };
    const unheard: Condition = { not: 'event:consent-revoked' };
    for (const step of ['information-counselling', 'reintegration-offer']) {
      if (!hasStep(definition, step)) continue;
      for (const [at, from, condition] of [
        ['by-report', reported, isNot],
        ['by-answer', answered, isNot],
        ['by-itself', definition, unheard],
      ] as const) {
        yield {
          at: `${step}/${at}`,
          expects: ['INV-V2'],
          definition: guarded(from, step, condition),
        };
      }
    }
  },
};

export const hostileAftermath: readonly Operator[] = [
  oneReporter,
  careStands,
  endlessReturn,
  goneByWord,
  barredForWithdrawing,
];
