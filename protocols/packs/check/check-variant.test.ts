import { describe, expect, it } from 'vitest';
import { adultDeportee } from '../../adult-deportee.js';
import type { Definition } from '../../language/definition.js';
import type { Pack } from '../../language/pack.js';
import type { Step } from '../../language/step.js';
import type { Variant } from '../../language/variant.js';
import { unaccompaniedMinor } from '../../unaccompanied-minor.js';
import { mexico } from '../mexico.js';
import { choice, law, span, t } from '../pieces.js';
import { checkVariant } from './check-variant.js';

const ADULT = adultDeportee as Definition;
const MINOR = unaccompaniedMinor as Definition;

/** The Mexican pack with one variant more. */
function packWith(variant: Omit<Variant, 'protocol'>, protocol = ADULT): Pack {
  return { ...mexico, variants: [{ protocol: protocol.id, ...variant }] };
}

function stepOf(definition: Definition, id: string): Step {
  const step = definition.steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`No step ${id}`);
  return step;
}

/** A step written anew with some of its parts changed. */
const rewritten = (definition: Definition, id: string, change: Partial<Step>) =>
  packWith({ rewrites: [{ ...stepOf(definition, id), ...change }] }, definition);

const outcomes = (definition: Definition, step: string, id: string, change: object) =>
  stepOf(definition, step).outcomes.map((outcome) =>
    outcome.id === id ? { ...outcome, ...change } : outcome,
  );

const ADDED_STEP: Step = {
  id: 'national-registry',
  kind: 'task',
  stage: 'transfer',
  title: t('Registro nacional de salidas', 'National registry of departures'),
  by: 'MIG-S',
  when: 'individuallyCleared',
  deadline: {
    length: 2,
    unit: 'working-days',
    silence: 'L1',
    source: choice('Invented for this test'),
  },
  outcomes: [{ id: 'entered', title: t('Inscrita', 'Entered'), sets: ['registryEntered'] }],
};
const ADDED_FACT = {
  id: 'registryEntered',
  title: t('Consta en el registro nacional', 'Entered in the national registry'),
  missing: t('Falta el registro nacional', 'The national registry is missing'),
};

/** What a pack might take away or loosen, the step it is about, and a word of what it must be told. */
const WEAKENINGS: readonly (readonly [
  what: string,
  definition: Definition,
  pack: Pack,
  where: string,
])[] = [
  [
    'a child no longer heard: the step loses what it gives and its safeguard',
    MINOR,
    rewritten(MINOR, 'child-view', { safeguard: undefined as never }),
    'steps/child-view/safeguard',
  ],
  [
    'a requirement of the departure dropped',
    ADULT,
    rewritten(ADULT, 'departure', {
      requires: stepOf(ADULT, 'departure').requires!.filter((fact) => fact !== 'noRemedyPending'),
    }),
    'steps/departure/requires',
  ],
  [
    'a signature dropped from the handover',
    ADULT,
    rewritten(ADULT, 'handover-reception-act', { by: 'MIG-R' }),
    'steps/handover-reception-act/by',
  ],
  [
    'an effect no longer declared',
    ADULT,
    rewritten(ADULT, 'departure', { effects: [] }),
    'steps/departure/effects',
  ],
  [
    'a protective step that opens only in some cases',
    ADULT,
    rewritten(ADULT, 'bring-back', { when: { all: ['inTransit', 'noAsylumPending'] } }),
    'steps/bring-back/when',
  ],
  [
    'a certificate that may be older',
    ADULT,
    rewritten(ADULT, 'fit-to-travel', {
      notBefore: { ...span(30, 'calendar-days'), before: 'departure' },
    }),
    'steps/fit-to-travel/notBefore',
  ],
  [
    'a longer validity',
    ADULT,
    packWith({
      validity: [
        { at: 'fit-to-travel:fit', fact: 'fitToTravel', validFor: span(30, 'calendar-days') },
      ],
    }),
    'steps/fit-to-travel/outcomes/fit/sets',
  ],
  [
    'a stop outcome that gives a fact of departure',
    ADULT,
    rewritten(ADULT, 'fit-to-travel', {
      outcomes: outcomes(ADULT, 'fit-to-travel', 'unfit', { sets: ['fitToTravel'] }),
    }),
    'steps/fit-to-travel/outcomes/unfit/sets',
  ],
  [
    'a refusal by the receiver that no longer clears the old decision',
    ADULT,
    rewritten(ADULT, 'handover-reception-act', {
      outcomes: outcomes(ADULT, 'handover-reception-act', 'refused', { clears: [] }),
    }),
    'steps/handover-reception-act/outcomes/refused/clears',
  ],
  [
    'a positive outcome that needs nothing',
    ADULT,
    rewritten(ADULT, 'departure', {
      outcomes: outcomes(ADULT, 'departure', 'left', { despiteMissing: true }),
    }),
    'steps/departure/outcomes/left/despiteMissing',
  ],
  [
    'a way out closed',
    ADULT,
    rewritten(ADULT, 'lead-decision', {
      outcomes: stepOf(ADULT, 'lead-decision').outcomes.filter(({ id }) => id !== 'stay'),
    }),
    'steps/lead-decision/outcomes/stay',
  ],
  [
    'a fact no longer given, which shuts a way',
    ADULT,
    rewritten(ADULT, 'appeal-pending', {
      outcomes: outcomes(ADULT, 'appeal-pending', 'overturned', { sets: [] }),
    }),
    'steps/appeal-pending/outcomes/overturned',
  ],
  [
    'silence of a safeguard that only escalates',
    ADULT,
    packWith({
      deadlines: [
        { step: 'inform-rights', ...span(24, 'hours'), silence: 'L1', source: choice('Invented') },
      ],
    }),
    'steps/inform-rights/deadline/silence',
  ],
  [
    'silence that no longer releases',
    ADULT,
    packWith({
      deadlines: [
        {
          step: 'stay-limit',
          ...span(60, 'working-days'),
          silence: 'L2',
          source: choice('Invented'),
        },
      ],
    }),
    'steps/stay-limit/deadline/silence',
  ],
  [
    'another outcome of silence',
    ADULT,
    rewritten(ADULT, 'removal-decision', {
      deadline: { ...stepOf(ADULT, 'removal-decision').deadline!, lapse: 'removal' },
    }),
    'steps/removal-decision/deadline/lapse',
  ],
  [
    'a deadline dropped',
    ADULT,
    rewritten(ADULT, 'inform-rights', { deadline: undefined as never }),
    'steps/inform-rights/deadline',
  ],
  [
    'a protective clock that stands still in the ordinary state',
    ADULT,
    packWith({
      deadlines: [
        {
          step: 'removal-decision',
          ...span(15, 'working-days'),
          pausedWhile: ['noRemedyPending'],
          source: choice('Invented'),
        },
      ],
    }),
    'steps/removal-decision/deadline',
  ],
  [
    'a remedy window cut without a law',
    ADULT,
    packWith({
      deadlines: [
        { step: 'appeal-window', ...span(3, 'working-days'), source: choice('Invented') },
      ],
    }),
    'steps/appeal-window/deadline',
  ],
  [
    'a share with more data',
    ADULT,
    rewritten(ADULT, 'departure', {
      shares: stepOf(ADULT, 'departure').shares!.map((share) => ({
        ...share,
        categories: [...share.categories, 'D9'],
      })),
    }),
    'steps/departure/shares/receiver/categories',
  ],
  [
    'a suppression dropped',
    ADULT,
    rewritten(ADULT, 'departure', {
      shares: stepOf(ADULT, 'departure').shares!.map(({ unless: _, ...share }) => share),
    }),
    'steps/departure/shares/consulate/unless',
  ],
  [
    'a notice to the monitor dropped',
    ADULT,
    rewritten(ADULT, 'monitor-notice', { shares: [] }),
    'steps/monitor-notice/shares/monitor',
  ],
  [
    'best interests decided by the migration authority',
    MINOR,
    packWith({ roles: [{ role: 'CPA-S', kind: 'MIG', source: choice('Invented') }] }, MINOR),
    'roles/CPA-S',
  ],
  [
    'an added step that gives a fact of departure',
    ADULT,
    packWith({
      steps: [
        {
          ...ADDED_STEP,
          outcomes: [{ id: 'entered', title: ADDED_STEP.title, sets: ['nonRefoulementClear'] }],
        },
      ],
    }),
    'steps/national-registry',
  ],
  [
    'an added step that departs',
    ADULT,
    packWith({ facts: [ADDED_FACT], steps: [{ ...ADDED_STEP, effects: ['departs'] }] }),
    'steps/national-registry',
  ],
  [
    'an added step that ends the run',
    ADULT,
    packWith({
      steps: [
        {
          ...ADDED_STEP,
          outcomes: [{ id: 'entered', title: ADDED_STEP.title, ends: 'closed-done-goal' }],
        },
      ],
    }),
    'steps/national-registry/outcomes/entered',
  ],
  [
    'an added step that takes back the bringing back',
    ADULT,
    packWith({
      facts: [ADDED_FACT],
      steps: [
        {
          ...ADDED_STEP,
          outcomes: [{ ...ADDED_STEP.outcomes[0]!, withdraws: ['bring-back'] }],
        },
      ],
    }),
    'steps/national-registry/outcomes/entered',
  ],
  [
    'a requirement added to what protects',
    ADULT,
    packWith({ requires: [{ step: 'appeal-pending', facts: ['identityConfirmed'] }] }),
    'steps/appeal-pending',
  ],
  [
    'a clearing that makes an event unreportable',
    ADULT,
    packWith({ clears: [{ at: 'inform-rights:informed', facts: ['inSendingState'] }] }),
    'steps/inform-rights/outcomes/informed',
  ],
];

describe('a pack that would protect less', () => {
  it.each(WEAKENINGS)('is refused: %s', (_what, definition, pack, where) => {
    const found = checkVariant(definition, pack);
    const named = found.filter((finding) => finding.where.startsWith(where));
    expect(named, JSON.stringify(found.map((one) => one.where))).not.toEqual([]);
    for (const { message } of named) {
      expect(message.es.length).toBeGreaterThan(10);
      expect(message.en.length).toBeGreaterThan(10);
      expect(message.es).not.toBe(message.en);
      expect(message.es + message.en).not.toMatch(/[{}]/);
    }
  });

  it('is refused when it names what the protocol does not have', () => {
    const found = checkVariant(
      ADULT,
      packWith({
        deadlines: [{ step: 'no-such-step', ...span(1, 'hours'), source: choice('Invented') }],
        clears: [{ at: 'departure:no-such-outcome', facts: ['noSuchFact'] }],
      }),
    );
    expect(found.map(({ code }) => code)).toEqual(['name-unknown', 'name-unknown', 'name-unknown']);
  });

  it('is refused when another kind of institution would decide on a safeguard at night', () => {
    const atNight: Pack = {
      ...mexico,
      competence: [
        {
          id: 'night-office',
          role: 'CPA-S',
          kind: 'MIG',
          title: t('Guardia nocturna', 'Night office'),
          timeZone: 'America/Mexico_City',
          holidaysOf: ['MX'],
          source: choice('Invented'),
        },
      ],
    };
    expect(checkVariant(MINOR, atNight).map(({ code, where }) => [code, where])).toEqual([
      ['competence-other', 'competence/night-office'],
    ]);
    const sameKind = { ...atNight.competence[0]!, kind: 'CPA' };
    expect(checkVariant(MINOR, { ...atNight, competence: [sameKind] })).toEqual([]);
  });

  it('is refused when a deadline exceeds a norm that is its ceiling', () => {
    const pack = packWith({
      deadlines: [
        {
          step: 'renewed-removal-decision',
          ...span(30, 'working-days'),
          source: choice('Invented'),
        },
      ],
    });
    expect(checkVariant(ADULT, pack).map(({ code }) => code)).toEqual(['ceiling-exceeded']);
  });
});

describe('a pack that only adds or changes times', () => {
  it.each([
    [
      'an added step that a departure must wait for',
      packWith({
        facts: [ADDED_FACT],
        steps: [ADDED_STEP],
        requires: [{ step: 'departure', facts: ['registryEntered'] }],
      }),
    ],
    [
      'a shorter validity',
      packWith({
        validity: [{ at: 'fit-to-travel:fit', fact: 'fitToTravel', validFor: span(48, 'hours') }],
      }),
    ],
    [
      'a longer time to answer, another clock, a stricter silence',
      packWith({
        deadlines: [
          {
            step: 'legal-assistance',
            ...span(5, 'calendar-days'),
            from: 'start',
            silence: 'L2',
            source: choice('Invented'),
          },
        ],
      }),
    ],
    [
      'a remedy window shortened by a law that was read',
      packWith({
        deadlines: [
          {
            step: 'appeal-window',
            ...span(10, 'working-days'),
            source: law('MX invented law art. 1'),
          },
        ],
      }),
    ],
    [
      'one more signature and one more clearing',
      packWith({
        signers: [{ step: 'pre-departure-check', roles: ['HEA-S'] }],
        clears: [{ at: 'event:family-change', facts: ['fitToTravel'] }],
      }),
    ],
    [
      'other texts and one more question',
      packWith({
        texts: [{ step: 'departure', title: t('Traslado nacional', 'National transfer') }],
        fields: [
          {
            step: 'departure',
            field: {
              id: 'vehicle-plate',
              type: 'text',
              category: 'D10',
              label: t('Placa del vehículo', 'Vehicle plate'),
            },
          },
        ],
      }),
    ],
    [
      'another kind of institution that has no interest in the return',
      packWith({ roles: [{ role: 'LEGAL', kind: 'CSO', source: choice('Invented') }] }),
    ],
  ])('passes: %s', (_what, pack) => {
    expect(checkVariant(ADULT, pack)).toEqual([]);
  });
});
