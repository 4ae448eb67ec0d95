import { AGE_REMEDY_PENDING, AGE_REMEDY_WINDOW, AGE_UPHELD, OVERTURNED } from '../shared/age.js';
import { choice, known, law, t } from '../shared/texts.js';
import { BEFORE_HANDOVER, CHILD_PROSPECTS, JOURNEY, RETURN_DECISION } from './needs.js';
import { due, must, outcome, type ProtectedStep, REASONS } from './pieces.js';

/** A finding of adulthood changes nothing until nobody can challenge it any more. */
const FOUND: ProtectedStep['when'] = { all: [BEFORE_HANDOVER, 'adulthoodFound'] };
const CHALLENGEABLE: ProtectedStep['when'] = { all: [FOUND, { not: 'ageFindingFinal' }] };

/** Age in doubt: a finding with reasons, a window to challenge it, and only then another treatment. */
export const age: readonly ProtectedStep[] = [
  {
    id: 'age-finding',
    kind: 'assessment',
    stage: 'identification',
    title: t('Procedimiento formal de edad', 'Formal age procedure'),
    instructions: t(
      'Con tutora o tutor y motivado. Si resuelven que es persona adulta firman las dos, y el trato sigue igual mientras se pueda impugnar.',
      'With a guardian and with reasons. Both sign for an adult, and the treatment stays as it is while the finding can be challenged.',
    ),
    by: ['ATU-S', 'CPA-S'],
    when: {
      all: [
        BEFORE_HANDOVER,
        {
          any: [
            'presume-minority:doubt',
            'presume-minority:child-presumed',
            'event:minority-claim',
          ],
        },
      ],
    },
    safeguard: true,
    deadline: due(10, 'working-days', 'L3', choice('Formal age procedure'), {
      lapse: 'child-meanwhile',
    }),
    form: [
      must(
        'age-finding-reasons',
        'long-text',
        'D6',
        t('Motivos del procedimiento', 'Reasons of the procedure'),
      ),
    ],
    outcomes: [
      outcome('adult', t('Persona adulta; se puede impugnar', 'Adult; open to challenge'), {
        clears: ['ageFindingFinal'],
        sets: ['adulthoodFound'],
        lowers: true,
      }),
      outcome('child', t('Menor de 18 años', 'Under 18'), {
        alone: true,
        clears: ['ageQuestioned'],
        assigns: { isMinor: true },
      }),
      outcome(
        'child-meanwhile',
        t('Sin respuesta: sigue como niña o niño', 'No answer: still treated as a child'),
        { keepsOpen: true },
      ),
    ],
    basis: [law('MX trafficking law art. 3 X'), known('CRC GC6 para. 31')],
  },
  {
    ...AGE_REMEDY_WINDOW,
    stage: 'identification',
    instructions: t(
      'Quince días hábiles para impugnar. Mientras tanto sigue protegida como niña o niño.',
      'Fifteen working days to challenge it. Meanwhile the person is treated as a child.',
    ),
    when: CHALLENGEABLE,
  },
  {
    ...AGE_REMEDY_PENDING,
    stage: 'identification',
    when: { all: [CHALLENGEABLE, 'age-remedy-window:filed'] },
    outcomes: [
      AGE_UPHELD,
      outcome('overturned', OVERTURNED, {
        clears: ['adulthoodFound', 'ageQuestioned'],
        assigns: { isMinor: true },
      }),
    ],
  },
  {
    id: 'age-conclusion',
    kind: 'assessment',
    stage: 'identification',
    title: t('Resolución firme sobre la edad', 'Final finding on age'),
    instructions: t(
      'Nadie impugnó, o se confirmó. Para tratarla como persona adulta firman las dos; ante una duda basta una para que siga como niña o niño.',
      'Nobody challenged it, or it was upheld. Both sign to treat the person as an adult; on a doubt one is enough to go on as a child.',
    ),
    by: ['ATU-S', 'CPA-S'],
    when: { all: [FOUND, 'ageFindingFinal'] },
    requires: ['ageFindingFinal', 'noRemedyPending', 'noAsylumPending', 'inSendingState'],
    safeguard: true,
    deadline: due(3, 'working-days', 'L2', choice('A handover between teams')),
    form: [REASONS],
    outcomes: [
      outcome('adult', t('Persona adulta, en definitiva', 'Adult, finally'), {
        clears: [
          'adulthoodFound',
          'ageQuestioned',
          ...RETURN_DECISION,
          'disclosureAuthorised',
          ...CHILD_PROSPECTS,
          ...JOURNEY,
        ],
        sets: ['majorityEstablished'],
        assigns: { isMinor: false },
        withdraws: ['best-interests', 'preparation', 'transfer', 'disclosure-authorisation'],
        lowers: true,
      }),
      outcome('child', t('Hay duda: sigue como niña o niño', 'In doubt: goes on as a child'), {
        alone: true,
        despiteMissing: true,
        clears: ['adulthoodFound', 'ageFindingFinal', 'ageQuestioned'],
        assigns: { isMinor: true },
      }),
    ],
    basis: [law('MX trafficking law art. 3 X')],
  },
];
