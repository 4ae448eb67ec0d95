import { choice, t } from '../shared/texts.js';
import { ADULT, EVERYTHING } from './needs.js';
import { ask, due, outcome, type ProtectedStep, REASONS } from './pieces.js';

const WINDOW_OVER = {
  any: ['preliminary-review:window-closed', 'identification-review:window-closed'],
} as const;

const keep = outcome('keep-protection', t('La protección sigue', 'Protection goes on'), {
  sets: ['protectionActive'],
});

const reviewOutcomes: ProtectedStep['outcomes'] = [
  outcome('window-closed', t('Plazo vencido', 'Window over'), { bySilence: true }),
  outcome('review-asked', t('Se pide revisión', 'Review asked for')),
];

const reviewForm: ProtectedStep['form'] = [
  ask('review-request', 'long-text', 'D6', t('Qué se pide revisar', 'What should be reviewed'), {
    required: ['review-asked'],
  }),
];

/** The ways out of protection when no grounds were found: never without a window for review. */
export const wayOut: readonly ProtectedStep[] = [
  {
    id: 'preliminary-review',
    kind: 'wait',
    stage: 'identification',
    title: t('Plazo de revisión', 'Review window'),
    instructions: t(
      'La persona puede pedir que otra persona revise. Mientras tanto nada se mueve.',
      'The person may ask for a review by somebody else. Nothing moves meanwhile.',
    ),
    by: 'LEGAL',
    when: 'preliminary-identification:no-grounds',
    deadline: due(5, 'working-days', 'L4', choice('A week to ask for a review'), {
      lapse: 'window-closed',
    }),
    form: reviewForm,
    outcomes: reviewOutcomes,
  },
  {
    id: 'identification-review',
    kind: 'wait',
    stage: 'protection',
    title: t('Plazo de revisión de la valoración formal', 'Review window of the formal review'),
    instructions: t(
      'La persona puede pedir revisión en 15 días hábiles. La protección sigue.',
      'The person may ask for a review within 15 working days. Protection goes on.',
    ),
    by: 'LEGAL',
    when: 'formal-identification:not-recognised',
    deadline: due(15, 'working-days', 'L4', choice('As the ordinary remedy window'), {
      lapse: 'window-closed',
    }),
    form: reviewForm,
    outcomes: reviewOutcomes,
  },
  {
    id: 'protection-end',
    kind: 'approval',
    stage: 'protection',
    title: t('Salida de la protección', 'End of protection'),
    instructions: t(
      'Nadie halló motivos y el plazo de revisión pasó. Decida adónde vuelve el caso; nada de lo preparado se conserva.',
      'No grounds were found and the window passed. Decide where the case goes back to; nothing that was prepared is kept.',
    ),
    by: 'RECTOR',
    when: { all: [ADULT, WINDOW_OVER] },
    requires: ['majorityEstablished', 'noRemedyPending', 'noAsylumPending', 'inSendingState'],
    secondPerson: ['to-removal-procedure', 'to-voluntary-return', 'no-previous'],
    deadline: due(5, 'working-days', 'L1', choice('The hold on transfers stays until then')),
    form: [REASONS],
    outcomes: [
      outcome(
        'to-removal-procedure',
        t('Vuelve al procedimiento migratorio', 'Back to the migration procedure'),
        {
          clears: EVERYTHING,
          continues: { protocol: 'adult-deportee', entry: 'inform-rights' },
          lowers: true,
        },
      ),
      outcome(
        'to-voluntary-return',
        t('Vuelve al retorno voluntario', 'Back to voluntary return'),
        {
          clears: EVERYTHING,
          continues: { protocol: 'voluntary-return', entry: 'information-counselling' },
          lowers: true,
        },
      ),
      outcome('no-previous', t('No había otro proceso', 'There was no other run'), {
        ends: 'closed-no-grounds',
        lowers: true,
      }),
      keep,
    ],
  },
  {
    id: 'child-protection-end',
    kind: 'approval',
    stage: 'protection',
    title: t('Paso a protección de la niñez', 'On to child protection'),
    instructions: t(
      'Nadie halló motivos y el plazo de revisión pasó. La niña o el niño pasa a la autoridad de protección de la niñez; nunca a deportación.',
      'No grounds were found and the window passed. The child goes on to the child-protection authority; never to deportation.',
    ),
    by: 'RECTOR',
    when: { all: [{ not: ADULT }, WINDOW_OVER] },
    requires: ['noRemedyPending', 'noAsylumPending', 'inSendingState'],
    secondPerson: ['to-child-protection', 'age-in-doubt'],
    deadline: due(5, 'working-days', 'L1', choice('The hold on transfers stays until then')),
    form: [REASONS],
    outcomes: [
      outcome(
        'to-child-protection',
        t('Pasa a protección de la niñez', 'Goes on to child protection'),
        {
          clears: EVERYTHING,
          continues: { protocol: 'unaccompanied-minor', entry: 'register-child' },
          lowers: true,
        },
      ),
      outcome('age-in-doubt', t('Pasa con edad dudosa', 'Goes on with age in doubt'), {
        clears: EVERYTHING,
        continues: { protocol: 'unaccompanied-minor', entry: 'presume-minority' },
        lowers: true,
      }),
      keep,
    ],
  },
];
