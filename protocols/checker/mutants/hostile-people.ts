import type { Condition } from '../../language/condition.js';
import type { Definition } from '../../language/definition.js';
import type { Field } from '../../language/form.js';
import type { Step } from '../../language/step.js';
import {
  editEvent,
  editOutcome,
  editStep,
  editSteps,
  getStep,
  guarded,
  hasStep,
  keeping,
  without,
} from './edit.js';
import type { Operator } from './mutant.js';

/** Facts that bind the steps of a child, and no step of an adult. */
const OF_CHILD: readonly string[] = [
  'bidReturn',
  'childViewRecorded',
  'guardianActive',
  'escortAssigned',
  'carerOrCareSecured',
  'childAccompanied',
];

/** A fact says that everybody is an adult, and nothing a child needs is asked for. */
const adultByName: Operator = {
  id: 'adult-by-name',
  says: 'a fact that holds from the start makes the steps of children those of adults',
  *breaks(definition) {
    const { regime } = definition;
    if (regime !== 'child' && regime !== 'voluntary') return;
    const fact = 'majorityEstablished';
    const named = { es: 'Es mayor de edad', en: 'Is of age' };
    const effects = regime === 'child' ? ['departs', 'hands-over'] : ['hands-over'];
    yield {
      at: effects.join('+'),
      expects: ['INV-C7', 'INV-C1', 'INV-C2'],
      definition: {
        ...editSteps(definition, (step) =>
          step.effects?.some((effect) => effects.includes(effect))
            ? {
                ...step,
                requires: [...(step.requires ?? []).filter((one) => !OF_CHILD.includes(one)), fact],
              }
            : step,
        ),
        facts: [...definition.facts, { id: fact, title: named, missing: named, initially: true }],
      },
    };
  },
};

/** Nobody comes to see the child after the return. */
const visitsThatNeverWere: Operator = {
  id: 'visits-that-never-were',
  says: 'the file of a child is closed by a report, by silence, by anybody, or by visits before the return',
  *breaks(definition) {
    const { regime } = definition;
    const visits = regime === 'voluntary' ? 'child-follow-up' : 'follow-up-visit';
    if (regime === 'removal' || !hasStep(definition, visits)) return;
    const expects = ['INV-C9'];
    const home: Condition = definition.facts.some(({ id }) => id === 'received')
      ? 'received'
      : 'returned';
    const ending = definition.endings.find(({ id }) => id.startsWith('closed-done'))!;
    yield {
      at: 'by-report',
      expects,
      definition: {
        ...definition,
        events: [
          ...definition.events,
          {
            id: 'family-content',
            title: { es: 'La familia está conforme', en: 'The family is content' },
            by: [definition.lead],
            while: home,
            ends: ending.id,
          },
        ],
      },
    };
    const closes: Step = {
      id: 'quiet-end',
      kind: 'wait',
      stage: definition.steps.at(-1)!.stage,
      title: { es: 'Nada más que hacer', en: 'Nothing more to do' },
      by: definition.lead,
      when: home,
      requires: [String(home)],
      deadline: {
        length: 30,
        unit: 'calendar-days',
        silence: 'L3',
        lapse: 'over',
        source: { mark: 'proposal', ref: 'Invented by an adversary' },
      },
      outcomes: [
        { id: 'over', title: { es: 'Terminó', en: 'Over' }, bySilence: true, ends: ending.id },
        { id: 'goes-on', title: { es: 'Sigue', en: 'Goes on' } },
      ],
    };
    const withEnd = (step: Step): Definition => ({
      ...definition,
      steps: [...definition.steps, step],
    });
    yield { at: 'by-silence', expects, definition: withEnd(closes) };
    const child = definition.attributes.find(({ id }) => id === 'isMinor' || id === 'withChildren');
    if (child) {
      const anyAge: Condition = { all: [home, { attribute: child.id, is: [true, false] }] };
      yield {
        at: 'whatever-the-age',
        expects,
        definition: withEnd({
          ...without(closes, 'deadline'),
          when: anyAge,
          outcomes: closes.outcomes.map((one) => without(one, 'bySilence')),
        }),
      };
    }
    const [first] = definition.steps;
    const before = `${first!.id}:${first!.outcomes[0]!.id}` as const;
    const isLong = ({ series, kind }: Step) => series !== undefined && kind !== 'share';
    yield {
      at: 'counted-from-the-first-step',
      expects,
      definition: editSteps(definition, (step) =>
        isLong(step) && !step.id.startsWith('reflection') && step.stage === 'reintegration'
          ? { ...step, series: { ...step.series!, after: before } }
          : step,
      ),
    };
    yield {
      at: 'over-with-the-first',
      expects,
      definition: editSteps(definition, (step) =>
        isLong(step) && step.stage === 'reintegration'
          ? {
              ...step,
              outcomes: step.outcomes.map((one) =>
                one.keepsOpen ? one : { ...one, endsSeries: true as const },
              ),
            }
          : step,
      ),
    };
    const town = definition.roles.find(({ kind }) => kind === 'MUN' || kind === 'SOC');
    const closing = definition.steps.find(({ effects }) => effects?.includes('closes'));
    if (!town || !closing) return;
    const note: Step = {
      ...without(closing, 'effects', 'shares', 'form', 'limit'),
      id: 'local-note',
      kind: 'task',
      by: town.id,
      when: home,
      requires: [String(home)],
      outcomes: [
        { id: 'left', title: { es: 'Se fue', en: 'Left' } },
        { id: 'nothing', title: { es: 'Nada nuevo', en: 'Nothing new' } },
      ],
    };
    yield {
      at: `excused-by-${town.id}`,
      expects,
      definition: editStep(
        { ...definition, steps: [...definition.steps, note] },
        closing.id,
        (of) => ({ ...of, when: { any: [of.when, { all: [home, 'local-note:left'] }] } }),
      ),
    };
  },
};

/** What the prosecutor reports, or asks, decides about help. */
const helpByReport: Operator = {
  id: 'help-by-report',
  says: 'assistance hangs on what a prosecutor reports or writes down',
  *breaks(definition) {
    if (definition.regime !== 'victim') return;
    const expects = ['INV-T4'];
    const report = (does: object): Definition => ({
      ...definition,
      events: [
        ...definition.events,
        {
          id: 'testimony-refused',
          title: { es: 'No quiso declarar', en: 'Did not want to testify' },
          by: ['PROS'],
          ...does,
        },
      ],
    });
    yield {
      at: 'takes-back',
      expects,
      definition: report({ clears: ['assistanceAccepted'], withdraws: ['shelter-and-care'] }),
    };
    yield {
      at: 'opens',
      expects,
      definition: guarded(report({}), 'shelter-and-care', { not: 'event:testimony-refused' }),
    };
    const cooperates = { id: 'cooperates', title: { es: 'Coopera', en: 'Cooperates' } } as const;
    const asked: Field = {
      id: 'cooperates',
      type: 'boolean',
      category: 'D6',
      label: { es: '¿Coopera?', en: 'Do they cooperate?' },
      assigns: 'cooperates',
    };
    const written = editStep(
      {
        ...definition,
        attributes: [...definition.attributes, { ...cooperates, type: 'boolean' }],
      },
      'legal-proceedings-check',
      (of) => ({ ...of, form: [...(of.form ?? []), asked] }),
    );
    yield {
      at: 'attribute',
      expects,
      definition: guarded(written, 'shelter-and-care', {
        not: { attribute: 'cooperates', is: false },
      }),
    };
    yield {
      at: 'after-reflection',
      expects,
      definition: editStep(
        guarded(definition, 'shelter-and-care', 'justice-notice:sent'),
        'shelter-and-care',
        (of) => ({ ...of, requires: ['reflectionDone', 'returnOpen'] }),
      ),
    };
  },
};

/** Time to recover is asked to end at once; what is said of needs says more; what the person said is taken back for them. */
const hastyReflection: Operator = {
  id: 'hasty-reflection',
  says: 'reflection ends at its first review, or by a tick; needs are told in words; others take a disclosure back',
  *breaks(definition) {
    if (definition.regime !== 'victim') return;
    const step = getStep(definition, 'reflection-end');
    yield {
      at: 'first-review',
      expects: ['INV-T2'],
      definition: editStep(definition, step.id, (of) => ({
        ...of,
        series: { ...of.series!, at: [{ length: 1, unit: 'calendar-days' }, ...of.series!.at] },
      })),
    };
    yield {
      at: 'any-question',
      expects: ['INV-T2', 'INV-A8'],
      definition: editStep(definition, step.id, (of) => without(of, 'series')),
    };
    yield {
      at: 'by-a-tick',
      expects: ['INV-T2'],
      definition: editStep(definition, 'recovery-reflection', (of) => ({
        ...of,
        form: [
          {
            id: 'ok',
            type: 'boolean',
            category: 'D6',
            label: { es: 'Conforme', en: 'Agreed' },
            required: true,
          },
        ],
      })),
    };
    yield {
      at: 'needs-in-words',
      expects: ['INV-T5'],
      definition: editStep(definition, 'indicator-detected', (of) => ({
        ...of,
        form: [
          ...(of.form ?? []),
          {
            id: 'needs-told',
            type: 'long-text',
            category: 'D7',
            label: { es: 'Otras necesidades', en: 'Other needs' },
          },
        ],
      })),
    };
    yield {
      at: 'revoked-by-migration',
      expects: ['INV-T1', 'INV-V5'],
      definition: editEvent(definition, 'disclosure-revoked', (of) => ({ ...of, by: ['MIG-S'] })),
    };
  },
};

/** A family is not known to be one, or what becomes of the others changes nothing. */
const unlinkedFamily: Operator = {
  id: 'unlinked-family',
  says: 'runs of a family do not hear of each other, or hearing changes nothing',
  *breaks(definition) {
    const { family, regime } = definition;
    if (!family || (regime !== 'removal' && regime !== 'child')) return;
    const [fact, expects] =
      regime === 'removal'
        ? ['familyUnityOk', ['INV-G3', 'family-event']]
        : ['siblingsSettled', ['INV-C6', 'family-event']];
    yield { at: 'none', expects: expects as string[], definition: without(definition, 'family') };
    yield {
      at: 'diverged-changes-nothing',
      expects: expects as string[],
      definition: editEvent(definition, family.diverged, (of) => keeping(of, [fact as string])),
    };
    yield {
      at: 'diverged-unheard',
      expects: expects as string[],
      definition: editEvent(definition, family.diverged, (of) => ({ ...of, while: 'received' })),
    };
    yield {
      at: 'never-held',
      expects: expects as string[],
      definition: { ...definition, family: { ...family, held: { not: 'start' } } },
    };
  },
};

/** Help after the return is not for everybody, or costs something to decline. */
const helpForSome: Operator = {
  id: 'help-for-some',
  says: 'reception or reintegration is for some only, or declining takes something away',
  *breaks(definition) {
    if (definition.regime !== 'removal') return;
    const expects = ['INV-G4'];
    for (const id of ['reception-immediate-assistance', 'reintegration-offer']) {
      const ways: [string, Condition][] = [
        ['who-did-not-appeal', { not: 'event:appeal-filed' }],
        ['families', { attribute: 'familyGroup', is: true }],
      ];
      for (const [at, condition] of ways) {
        yield { at: `${id}/${at}`, expects, definition: guarded(definition, id, condition) };
      }
    }
    for (const [at, does] of [
      ['withdraws', { withdraws: ['reception'] }],
      ['assigns', { assigns: { needHealth: false } }],
    ] as const) {
      yield {
        at: `declines/${at}`,
        expects,
        definition: editOutcome(definition, 'reintegration-offer', 'declines', (of) => ({
          ...of,
          ...does,
        })),
      };
    }
  },
};

export const hostilePeople: readonly Operator[] = [
  adultByName,
  visitsThatNeverWere,
  helpByReport,
  hastyReflection,
  unlinkedFamily,
  helpForSome,
];
