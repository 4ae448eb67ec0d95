import { NINETY_DAYS } from '../shared/best-interests.js';
import { choice, known, law, t } from '../shared/texts.js';
import { ADULT, CHILD, EVERYTHING, PROSPECT_NEEDS } from './needs.js';
import { ask, due, outcome, type ProtectedStep, record } from './pieces.js';

const CHOICE_NEEDS = ['personPresent', 'inSendingState', 'returnOpen'] as const;

const askAgain = outcome('ask-again', t('Preguntar otra vez', 'Ask again'));
const seekAlternatives = outcome('alternatives', t('Buscar alternativas', 'Seek alternatives'), {
  clears: ['returnOpen'],
});

/** Step 17: who in the country of origin may be told what, and what follows a refusal. */
export const disclosure: readonly ProtectedStep[] = [
  {
    id: 'disclosure-authorisation',
    kind: 'approval',
    stage: 'decision',
    title: t('Autorización de divulgación al país de origen', 'Disclosure authorisation'),
    instructions: t(
      'La persona, o su tutora o tutor, nombra a quién y qué se comunica, y hasta cuándo. Puede retirarla siempre. Sin ella no sale ningún dato.',
      'The person, or the guardian, names who is told what, and until when. It can be withdrawn at any time. Without it no data leaves.',
    ),
    by: ['ATU-S', 'LEGAL'],
    when: {
      all: [
        'inSendingState',
        { not: 'disclosureAuthorised' },
        {
          any: [
            'returnDecided',
            // For a child it comes before: without it nobody in origin can be asked about care.
            { all: [CHILD, 'guardianActive', 'reflectionDone', { not: 'careSettled' }] },
          ],
        },
        {
          any: [
            'start',
            'disclosure-choice:ask-again',
            'child-disclosure-choice:ask-again',
            'alternatives-to-return:wishes-return',
            'event:minority-claim',
          ],
        },
      ],
    },
    requires: ['riskCleared', 'individualAssessed', 'nonRefoulementClear', ...PROSPECT_NEEDS],
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('With the non-refoulement assessment')),
    form: [
      ask('recipients', 'long-text', 'D6', t('Destinatarios exactos', 'Exact recipients'), {
        required: ['given'],
      }),
      ask('fields', 'long-text', 'D6', t('Datos que se comunican', 'Data to be communicated'), {
        required: ['given'],
      }),
      ask('authorised-until', 'date', 'D6', t('Hasta cuándo', 'Until when'), {
        required: ['given'],
        ends: 'disclosureAuthorised',
      }),
      ...record('given'),
    ],
    consent: [{ purpose: 'disclosure', gives: ['given'], refuses: ['refused'] }],
    outcomes: [
      outcome('given', t('Otorgada', 'Given'), {
        sets: [{ fact: 'disclosureAuthorised', validFor: NINETY_DAYS }],
      }),
      outcome('refused', t('No otorgada', 'Refused'), {
        alone: true,
        despiteMissing: true,
        clears: ['disclosureAuthorised'],
      }),
    ],
    basis: [law('MX LGPSEDMTP art. 3 I')],
  },
  {
    id: 'disclosure-choice',
    kind: 'task',
    stage: 'decision',
    title: t('Sin comunicación oficial', 'Without official communication'),
    instructions: t(
      'La persona no quiere que origen sepa. Puede buscar alternativas, o retornar por el canal voluntario sin aviso a autoridades.',
      'The person does not want the country of origin to know. They may seek alternatives, or return by the voluntary channel without notice to authorities.',
    ),
    by: 'ATU-S',
    when: { all: [ADULT, 'disclosure-authorisation:refused'] },
    requires: [...CHOICE_NEEDS, 'majorityEstablished', 'noRemedyPending', 'noAsylumPending'],
    secondPerson: ['voluntary-channel'],
    deadline: due(10, 'working-days', 'L1', choice('Time to think it over')),
    outcomes: [
      askAgain,
      seekAlternatives,
      outcome('voluntary-channel', t('Canal voluntario', 'Voluntary channel'), {
        clears: EVERYTHING,
        continues: { protocol: 'voluntary-return', entry: 'information-counselling' },
        lowers: true,
      }),
    ],
    basis: [known('Return without the official channel through the assisting organisation')],
  },
  {
    id: 'child-disclosure-choice',
    kind: 'task',
    stage: 'best-interests',
    title: t('Sin comunicación con origen', 'Without contact with origin'),
    instructions: t(
      'Sin autorización no se busca a la familia. La determinación de interés superior se hace sin la opción de retorno.',
      'Without authorisation the family is not traced. The best interests determination is made without the option of return.',
    ),
    by: 'CPA-S',
    when: { all: [CHILD, 'disclosure-authorisation:refused'] },
    requires: CHOICE_NEEDS,
    deadline: due(10, 'working-days', 'L1', choice('Time to think it over')),
    outcomes: [
      askAgain,
      seekAlternatives,
      outcome('without-contact', t('Decidir sin contacto', 'Decide without contact'), {
        clears: ['carerOrCareSecured'],
        sets: ['careSettled'],
      }),
    ],
  },
];
