import { ACCOUNT, TO_UNIT_SENDING } from '../shared/screening.js';
import { choice, law, t } from '../shared/texts.js';
import {
  ask,
  BASE,
  due,
  ENTERED,
  EVERYTHING,
  must,
  outcome,
  REASONS,
  STOPPED,
  share,
  type VoluntaryStep,
} from './pieces.js';

const SCREENED = ['nonRefoulementClear', 'capacitySettled'] as const;
const PROTECTED = [...BASE, 'noAsylumPending', 'noReferralPending'] as const;

const capacityDoubt = outcome(
  'capacity-doubt',
  t('Sin riesgo; duda sobre la capacidad de decidir', 'No risk; doubt on the capacity to decide'),
  { sets: ['nonRefoulementClear'] },
);

const healthShare = share(
  'health',
  'HEA-S',
  ['D1'],
  t('Valorar la capacidad de decidir', 'Assess the capacity to decide'),
  law('IOM AVRR principle 1'),
  { on: ['capacity-doubt'] },
);

/** Steps 3 and 4: is the return safe, is it wanted, and who can decide. */
export const screening: readonly VoluntaryStep[] = [
  {
    id: 'protection-vulnerability-screening',
    kind: 'assessment',
    stage: 'choice',
    title: t('Detección de protección y vulnerabilidad', 'Protection and vulnerability screening'),
    instructions: t(
      'Entrevista privada, sin acompañantes. Busque señales de presión y de riesgo al volver. Sin respuesta nada avanza hacia la salida.',
      'Private interview, without companions. Look for signs of pressure and of risk on return. Without an answer nothing moves towards departure.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inSendingState',
        {
          any: [
            ENTERED,
            'event:new-risk-information',
            'asylum-hold:refused',
            'asylum-hold:withdrawn',
            'stay-pathway:asks-to-return',
            'withdrawal:not-withdrawn',
          ],
        },
      ],
    },
    requires: PROTECTED,
    clearsAtOpening: [...SCREENED, 'consularContactAgreed'],
    limit: 8,
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('With the counselling')),
    form: [
      ACCOUNT,
      must('private-interview', 'boolean', 'D6', t('Entrevista privada', 'Private interview'), {
        yesFor: ['none', 'capacity-doubt'],
      }),
      ask('pressure-signs', 'long-text', 'D6', t('Señales de presión', 'Signs of pressure')),
    ],
    shares: [
      TO_UNIT_SENDING,
      share(
        'child',
        'CPA-S',
        ['D1', 'D7'],
        t('Protección de la niñez', 'Child protection'),
        law('MX LM art. 112'),
        { on: ['minor-or-doubt'] },
      ),
      healthShare,
    ],
    outcomes: [
      outcome('none', t('Sin riesgo ni presión', 'No risk, no pressure'), { sets: SCREENED }),
      capacityDoubt,
      outcome('asylum-seeker', t('Solicita o tiene refugio', 'Asylum seeker or refugee')),
      outcome('risk', t('Volver la pondría en riesgo', 'Return would put the person at risk'), {
        despiteMissing: true,
        ...STOPPED,
      }),
      outcome('protected-handling', t('Requiere manejo protegido', 'Needs protected handling'), {
        despiteMissing: true,
        clears: EVERYTHING,
        continues: { protocol: 'trafficking-victim', entry: 'indicator-detected' },
      }),
      outcome('minor-or-doubt', t('Menor de 18 años o duda', 'Under 18 or in doubt'), {
        despiteMissing: true,
        clears: EVERYTHING,
        continues: { protocol: 'unaccompanied-minor', entry: 'presume-minority' },
      }),
    ],
    basis: [law('CRM guidelines 2013'), law('MX LM arts. 112, 119'), law('GCM objective 21')],
  },
  {
    id: 'asylum-effects-counselling',
    kind: 'assessment',
    stage: 'choice',
    title: t('Consejería sobre los efectos en el refugio', 'Counselling on effects on asylum'),
    instructions: t(
      'Explique a solas qué pierde la persona al volver y confirme que no la espera un peligro. Seguir pidiendo protección es una respuesta igual de válida.',
      'Explain in private what the person gives up by returning and confirm that no danger awaits them. To keep the claim is an equally good answer.',
    ),
    by: 'UNHCR',
    when: { all: ['inSendingState', 'protection-vulnerability-screening:asylum-seeker'] },
    requires: PROTECTED,
    clearsAtOpening: SCREENED,
    limit: 8,
    secondPerson: ['goes-on', 'capacity-doubt'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Twice the time of the counselling')),
    form: [
      must(
        'effects-explained',
        'long-text',
        'D6',
        t('Efectos explicados y respuesta', 'Effects explained and answer'),
      ),
    ],
    shares: [healthShare],
    outcomes: [
      outcome('goes-on', t('Conoce los efectos y sigue', 'Knows the effects and goes on'), {
        sets: SCREENED,
        lowers: true,
      }),
      { ...capacityDoubt, lowers: true },
      outcome('keeps-claim', t('Mantiene su protección', 'Keeps the protection'), {
        despiteMissing: true,
        ...STOPPED,
      }),
      outcome('risk', t('Volver la pondría en riesgo', 'Return would put the person at risk'), {
        despiteMissing: true,
        ...STOPPED,
      }),
    ],
    basis: [law('IOM AVRR framework'), law('MX LRPCAP art. 21')],
  },
  {
    id: 'capacity-assessment',
    kind: 'assessment',
    stage: 'choice',
    title: t('Capacidad para decidir', 'Capacity to decide'),
    instructions: t(
      'Valore, con apoyos, si la persona comprende y decide. Toda persona adulta decide por sí misma salvo opinión profesional fundada.',
      'Assess, with support, whether the person understands and decides. Every adult decides for themselves unless a professional opinion says otherwise.',
    ),
    by: 'HEA-S',
    when: {
      all: [
        'inSendingState',
        {
          any: [
            'protection-vulnerability-screening:capacity-doubt',
            'asylum-effects-counselling:capacity-doubt',
          ],
        },
      ],
    },
    requires: [...BASE, 'nonRefoulementClear'],
    clearsAtOpening: ['capacitySettled'],
    limit: 8,
    secondPerson: ['capable'],
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('A professional opinion in a week')),
    form: [must('opinion', 'long-text', 'D5b', t('Opinión profesional', 'Professional opinion'))],
    outcomes: [
      outcome('capable', t('Puede decidir', 'Can decide'), {
        sets: ['capacitySettled'],
        lowers: true,
      }),
      outcome('not-capable', t('No puede decidir por ahora', 'Cannot decide for now')),
    ],
    basis: [law('IOM AVRR principle 1')],
  },
  {
    id: 'representative-review',
    kind: 'approval',
    stage: 'choice',
    title: t('Revisión de la representación legal', 'Review of the legal representative'),
    instructions: t(
      'Compruebe la facultad de quien representa, que no haya conflicto de interés y la voluntad de la persona.',
      "Check the representative's authority, the absence of a conflict of interest, and the person's own wish.",
    ),
    by: 'LEGAL',
    when: { all: ['inSendingState', 'capacity-assessment:not-capable'] },
    requires: [...BASE, 'nonRefoulementClear'],
    limit: 8,
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('As the professional opinion')),
    form: [
      ask('representative', 'text', 'D4', t('Quién representa', 'Who represents'), {
        required: ['confirmed'],
      }),
      REASONS,
    ],
    outcomes: [
      outcome('confirmed', t('Representación revisada', 'Representative reviewed'), {
        sets: ['capacitySettled'],
      }),
      outcome(
        'no-representative',
        t('Nadie puede decidir por ella', 'Nobody may decide for them'),
        {
          despiteMissing: true,
          ...STOPPED,
        },
      ),
    ],
    basis: [law('IOM AVRR principle 1')],
  },
];
