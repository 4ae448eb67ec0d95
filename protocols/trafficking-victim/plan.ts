import { choice, known, law, option, span, t } from '../shared/texts.js';
import { ORIGIN_SUPPRESSED, ORIGIN_SUPPRESSED_OR_ADULT, PREPARATION_NEEDS } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, share } from './pieces.js';

const DOCUMENT_NEEDS = [...PREPARATION_NEEDS, 'identityConfirmed', 'travelDocValid'] as const;

/** Steps 20 and 21: the plan for a safe return, and the family only if the person wants. */
export const plan: readonly ProtectedStep[] = [
  {
    id: 'plan-invitation',
    kind: 'share',
    stage: 'preparation',
    title: t('Convocatoria a la contraparte', 'Invitation to the counterpart'),
    instructions: t(
      'Solo a la persona nombrada en la autorización.',
      'Only to the person named in the authorisation.',
    ),
    by: 'ATU-S',
    when: { all: ['inSendingState', 'returnDecided', 'travelDocValid', { not: 'planInvited' }] },
    requires: [...DOCUMENT_NEEDS],
    effects: ['discloses-identity'],
    deadline: due(3, 'working-days', 'L2', choice('The plan waits for it')),
    form: [must('named-officers', 'text', 'D6', t('Personas designadas', 'Named officers'))],
    shares: [
      share(
        'counterpart',
        'ATU-R',
        ['D1', 'D6', 'D7'],
        t('Preparar la recepción protegida', 'Prepare protected reception'),
        choice('Named officers only, authorised by the person'),
        {
          unless: ORIGIN_SUPPRESSED,
          restsOn: 'disclosure',
          acknowledge: { ...span(48, 'hours'), source: choice('Two days to answer') },
        },
      ),
      share(
        'child',
        'CPA-R',
        ['D1', 'D4', 'D7'],
        t('Preparar el cuidado', 'Prepare care'),
        choice('Named officers only, authorised'),
        { unless: ORIGIN_SUPPRESSED_OR_ADULT, restsOn: 'disclosure' },
      ),
    ],
    outcomes: [outcome('invited', t('Convocada', 'Invited'), { sets: ['planInvited'] })],
  },
  {
    id: 'safe-return-plan',
    kind: 'approval',
    stage: 'preparation',
    title: t('Plan de retorno seguro', 'Safe return plan'),
    instructions: t(
      'Acuerden quién recibe, ruta, punto con acuerdo vigente, lugar seguro y palabra clave. Nunca en un traslado de deportación en grupo.',
      'Agree who receives, route, a point under an agreement in force, a safe place and a code word. Never on a group deportation transfer.',
    ),
    by: ['ATU-S', 'ATU-R', 'IOM'],
    when: {
      all: [
        'inSendingState',
        'returnDecided',
        'travelDocValid',
        'planInvited',
        'noMedicalHold',
        'noForceMajeure',
        { not: 'safePlanAgreed' },
      ],
    },
    requires: [
      ...DOCUMENT_NEEDS,
      'travelDocValid',
      'planInvited',
      'noMedicalHold',
      'noForceMajeure',
    ],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks between three institutions')),
    form: [
      must('departure-at', 'instant', 'D10', t('Salida prevista', 'Planned departure'), {
        plans: 'departure',
      }),
      must('route', 'code', 'D10', t('Medio de viaje', 'Means of travel'), {
        options: [
          option('scheduled-flight', 'Vuelo comercial', 'Scheduled flight'),
          option('private-road', 'Vehículo propio', 'Own vehicle'),
          option('scheduled-sea', 'Barco de línea', 'Scheduled ship'),
        ],
      }),
      must(
        'handover-point',
        'text',
        'D10',
        t('Punto de entrega o viaje ordinario', 'Handover point or ordinary journey'),
        { places: 'departure' },
      ),
      must('receiver', 'text', 'D6', t('Quién recibe', 'Who receives')),
      must('safe-address', 'text', 'D6', t('Lugar seguro', 'Safe place')),
      must('emergency-contact', 'text', 'D6', t('Contacto de emergencia', 'Emergency contact')),
      must('code-word', 'text', 'D6', t('Palabra clave', 'Code word')),
    ],
    outcomes: [
      outcome('agreed', t('Acordado', 'Agreed'), { sets: ['safePlanAgreed', 'windowValid'] }),
      outcome('no-safe-plan', t('No hay plan seguro', 'No safe plan'), {
        alone: true,
        despiteMissing: true,
        clears: ['returnOpen'],
      }),
    ],
    basis: [known('ODIHR principles 2014')],
  },
  {
    id: 'family-contact-check',
    kind: 'assessment',
    stage: 'preparation',
    title: t('Contacto familiar seguro', 'Safe family contact'),
    instructions: t(
      'Solo si la persona quiere. Compruebe que la familia no tuvo parte; en duda, no hay contacto.',
      'Only if the person wants it. Make sure the family had no part; in doubt there is no contact.',
    ),
    by: 'IOM',
    when: {
      all: ['inSendingState', 'returnDecided', 'planInvited', { not: 'familyContactSettled' }],
    },
    requires: PREPARATION_NEEDS,
    deadline: due(10, 'working-days', 'L0', choice('No pressure')),
    form: [
      ask('family-check', 'long-text', 'D6', t('Qué se comprobó', 'What was checked'), {
        required: ['safe', 'unsafe'],
      }),
    ],
    outcomes: [
      outcome('safe', t('Seguro', 'Safe'), { sets: ['familyContactSettled'] }),
      outcome('unsafe', t('No seguro: sin contacto', 'Unsafe: no contact'), {
        sets: ['familyContactSettled'],
      }),
      outcome('declined', t('La persona no quiere', 'The person declines'), {
        sets: ['familyContactSettled'],
      }),
    ],
    basis: [law('IOM Reintegration Handbook 2.2.3')],
  },
];
