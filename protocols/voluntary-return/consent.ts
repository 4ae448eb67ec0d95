import { choice, comparator, law, span, t } from '../shared/texts.js';
import {
  ask,
  BASE,
  CONSENTED,
  DECISION_NEEDS,
  due,
  must,
  outcome,
  REASONS,
  record,
  STOPPED,
  share,
  type VoluntaryStep,
} from './pieces.js';

const GIVEN = [
  'individualAssessed',
  { fact: 'consentGiven', validFor: span(90, 'calendar-days') },
  'migrationTold',
] as const;

/** Steps 6 and 7: the decision of the person, and what the host State may have against it. */
export const consent: readonly VoluntaryStep[] = [
  {
    id: 'consent',
    kind: 'approval',
    stage: 'choice',
    title: t('Consentimiento libre, previo e informado', 'Free, prior and informed consent'),
    instructions: t(
      'Cada persona adulta firma por sí misma, con intérprete y lectura en voz alta si hace falta. Decir que no, o no decidir, no tiene ninguna consecuencia. Quien controla una detención no participa.',
      'Each adult signs for themselves, with an interpreter and read aloud if needed. Saying no, or not deciding, has no consequence. Whoever controls a detention takes no part.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inSendingState',
        'counselled',
        'nonRefoulementClear',
        'capacitySettled',
        'childrenSafeguarded',
        { not: 'consentGiven' },
      ],
    },
    requires: DECISION_NEEDS,
    clearsAtOpening: ['individualAssessed', 'consentFree', 'consentValid'],
    series: { after: 'information-counselling:informed', at: [span(72, 'hours')] },
    limit: 10,
    safeguard: true,
    deadline: due(
      30,
      'calendar-days',
      'L0',
      choice('No pressure: only a reminder each month; the 72 h of reflection come before'),
    ),
    form: record('given', 'given-in-detention'),
    consent: [{ purpose: 'return', gives: ['given', 'given-in-detention'], refuses: ['refused'] }],
    shares: [
      share(
        'application',
        'MIG-S',
        ['D1', 'D8'],
        t('Hay una solicitud de retorno', 'A return was applied for'),
        law('MX LM art. 118'),
        { on: ['given', 'given-in-detention'] },
      ),
    ],
    outcomes: [
      outcome('given', t('Consiente', 'Consents'), { sets: [...GIVEN, 'consentFree'] }),
      outcome(
        'given-in-detention',
        t('Consiente y está privada de libertad', 'Consents and is deprived of liberty'),
        { sets: GIVEN },
      ),
      outcome('refused', t('No consiente', 'Does not consent'), {
        despiteMissing: true,
        ...STOPPED,
      }),
    ],
    basis: [law('GCM objective 21(b)'), law('A/HRC/38/41 para. 88')],
  },
  {
    id: 'consent-freedom-check',
    kind: 'approval',
    stage: 'choice',
    title: t('Comprobación de que el consentimiento es libre', 'Check that consent is free'),
    instructions: t(
      'Hable a solas con la persona detenida. Si hay presión, el consentimiento no vale y la consejería se repite.',
      'Talk in private with the detained person. If there is pressure, consent is void and counselling is repeated.',
    ),
    by: 'LEGAL',
    when: { all: ['consentGiven', 'consent:given-in-detention'] },
    requires: [...DECISION_NEEDS, 'consentGiven'],
    clearsAtOpening: ['consentFree'],
    safeguard: true,
    deadline: due(
      3,
      'working-days',
      'L2',
      choice('Somebody who does not control the detention; detention must not be prolonged'),
    ),
    form: [
      must('heard-alone', 'boolean', 'D6', t('Se habló a solas', 'Heard alone'), {
        yesFor: ['free'],
      }),
      REASONS,
    ],
    outcomes: [
      outcome('free', t('Es libre', 'It is free'), { sets: ['consentFree'] }),
      outcome('pressure', t('Hay presión', 'There is pressure'), {
        despiteMissing: true,
        clears: ['counselled', 'individualAssessed', 'consentGiven', 'consentFree'],
      }),
    ],
    basis: [law('GCM objective 21(b)')],
  },
  {
    id: 'host-clearance',
    kind: 'approval',
    stage: 'choice',
    title: t('Verificación de impedimentos legales', 'Host clearance'),
    instructions: t(
      'Diga si la ley impide la salida y por qué. No se revisa nada más, y la solicitud no puede usarse contra la persona.',
      'Say whether the law forbids leaving and why. Nothing else is reviewed, and the request may not be used against the person.',
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        'consentGiven',
        'consentFree',
        { not: 'hostCleared' },
        {
          any: [
            'start',
            'impediment-opinion:no-objection',
            'impediment-opinion:no-objection-deemed',
            'impediment-opinion:objection',
            'impediment-wait:ended',
          ],
        },
      ],
    },
    requires: CONSENTED,
    limit: 8,
    deadline: due(5, 'working-days', 'L1', choice('A check of registers')),
    form: [
      ask('restriction', 'long-text', 'D8', t('Fuente de la restricción', 'Restriction source'), {
        required: ['opinion-needed', 'wait', 'refused'],
      }),
    ],
    shares: [
      share(
        'provider',
        'IOM',
        ['D8'],
        t('Puede salir: sí o no', 'May leave: yes or no'),
        law('MX LM art. 118 II'),
      ),
    ],
    outcomes: [
      outcome('clear', t('Sin impedimento', 'No impediment'), { sets: ['hostCleared'] }),
      outcome('opinion-needed', t('Hace falta una opinión', 'An opinion is needed'), {
        keepsTimeLeft: true,
      }),
      outcome('wait', t('Hay un juicio u orden en curso', 'Open trial or order'), {
        keepsTimeLeft: true,
      }),
      outcome('refused', t('No puede salir, con motivos', 'May not leave, with reasons'), {
        despiteMissing: true,
        ...STOPPED,
      }),
    ],
    basis: [law('MX LM art. 118 II'), comparator('IOM Slovakia programme')],
  },
  {
    id: 'impediment-opinion',
    kind: 'approval',
    stage: 'choice',
    title: t('Opinión sobre impedimentos', 'Opinion on impediments'),
    instructions: t(
      'Digan si algo impide la salida. Si en 10 días nadie responde, se entiende que no hay objeción; decide la autoridad migratoria.',
      'Say whether anything forbids leaving. Without an answer in 10 days no objection is understood; the migration authority decides.',
    ),
    by: ['COURT', 'PROS-S'],
    when: 'host-clearance:opinion-needed',
    requires: CONSENTED,
    deadline: due(10, 'calendar-days', 'L4', law('MX LM art. 131'), {
      lapse: 'no-objection-deemed',
    }),
    form: [
      ask('objection', 'long-text', 'D8', t('Objeción', 'Objection'), { required: ['objection'] }),
    ],
    shares: [share('answer', 'MIG-S', ['D8'], t('Respuesta', 'Answer'), law('MX LM art. 131'))],
    outcomes: [
      outcome('no-objection', t('Sin objeción', 'No objection')),
      outcome('objection', t('Hay objeción', 'Objection'), { alone: true }),
      outcome('no-objection-deemed', t('Sin objeción, por silencio', 'No objection, by silence'), {
        bySilence: true,
      }),
    ],
    basis: [law('MX LM art. 131')],
  },
  {
    id: 'impediment-wait',
    kind: 'wait',
    stage: 'choice',
    title: t('Espera por juicio u orden', 'Waiting for a trial or order'),
    instructions: t(
      'Diga cuándo termina el juicio u orden. La persona puede cambiar de opinión mientras tanto.',
      'Say when the trial or order has ended. The person may change their mind meanwhile.',
    ),
    by: 'COURT',
    when: 'host-clearance:wait',
    requires: BASE,
    deadline: due(30, 'calendar-days', 'L1', choice('A status check each month; no cap in law')),
    outcomes: [outcome('ended', t('Terminó', 'Ended'))],
  },
];
