import type { Text } from '../language/text.js';
import { DECLINES_SUPPORT } from '../shared/support.js';
import { choice, known, law, span, t } from '../shared/texts.js';
import {
  ask,
  due,
  must,
  outcome,
  type ProtectedCondition,
  type ProtectedStep,
  record,
  share,
} from './pieces.js';

const REFLECTION_DAYS = 90;

const service = (
  id: string,
  label: Text,
  assigns?: 'acceptsHousing' | 'acceptsHealth' | 'acceptsSupport',
) => ask(id, 'boolean', 'D6', label, assigns ? { required: ['accepts'], assigns } : {});

/** Asked one by one: whoever gives a service learns of the person only if she accepted this one. */
const SERVICES: NonNullable<ProtectedStep['form']> = [
  service('accepts-housing', t('¿Acepta alojamiento?', 'Accepts housing?'), 'acceptsHousing'),
  service(
    'accepts-health',
    t('¿Acepta atención de salud?', 'Accepts health care?'),
    'acceptsHealth',
  ),
  service(
    'accepts-psychosocial',
    t('¿Acepta apoyo psicosocial?', 'Accepts psychosocial support?'),
    'acceptsSupport',
  ),
  service('accepts-legal', t('¿Acepta asesoría legal?', 'Accepts legal advice?')),
];
const NO_HOUSING: ProtectedCondition = { not: { attribute: 'acceptsHousing', is: true } };
const NO_CARE: ProtectedCondition = {
  all: [
    { not: { attribute: 'acceptsHealth', is: true } },
    { not: { attribute: 'acceptsSupport', is: true } },
  ],
};

/** Steps 6 to 9: assistance, the recovery period and the formal identification beside it. */
export const protection: readonly ProtectedStep[] = [
  {
    id: 'assistance-consent',
    kind: 'approval',
    stage: 'protection',
    title: t('Consentimiento para la asistencia', 'Consent to assistance'),
    instructions: t(
      'Pregunte por cada servicio. Aceptar o no es libre, puede ser más tarde y no depende de colaborar con nadie.',
      'Ask for each service. Accepting is free, may come later, and depends on cooperating with nobody.',
    ),
    by: 'ATU-S',
    when: 'inform-rights:informed',
    deadline: due(48, 'hours', 'L0', choice('No pressure; may be later')),
    form: [...SERVICES, ...record('accepts')],
    consent: [{ purpose: 'assistance', gives: ['accepts'], refuses: ['declines'] }],
    outcomes: [
      outcome('accepts', t('Acepta', 'Accepts'), { sets: ['assistanceAccepted'] }),
      DECLINES_SUPPORT,
    ],
    basis: [law('CR Law 9095 art. 2(b)')],
  },
  {
    id: 'assistance-open-door',
    kind: 'wait',
    stage: 'protection',
    title: t('Puerta abierta a la asistencia', 'Open door to assistance'),
    instructions: t(
      'La persona puede aceptar cuando quiera. El período de recuperación corre igual.',
      'The person may accept at any time. The recovery period runs all the same.',
    ),
    by: 'ATU-S',
    when: { any: ['assistance-consent:declines', 'event:withdrawn-assistance'] },
    deadline: due(30, 'calendar-days', 'L0', choice('A monthly reminder of the offer')),
    form: [...SERVICES, ...record('accepts')],
    consent: [{ purpose: 'assistance', gives: ['accepts'] }],
    outcomes: [
      outcome('accepts', t('Acepta', 'Accepts'), { sets: ['assistanceAccepted'] }),
      outcome('not-now', t('Todavía no', 'Not yet'), { keepsOpen: true }),
    ],
  },
  {
    id: 'shelter-and-care',
    kind: 'task',
    stage: 'protection',
    title: t('Alojamiento seguro y atención', 'Safe housing and care'),
    instructions: t(
      'Solo los servicios que la persona aceptó. Aloje con código, nunca con dirección. Acuerde el plan de salud y apoyo psicosocial.',
      'Only the services the person accepted. House under a code, never an address. Agree the plan of health and psychosocial care.',
    ),
    by: 'ATU-S',
    when: 'assistanceAccepted',
    deadline: due(24, 'hours', 'L1', choice('The first night counts')),
    form: [
      ask(
        'shelter-code',
        'text',
        'D6',
        t('Código del alojamiento, sin dirección', 'Housing code, no address'),
        { required: ['stable'] },
      ),
      must('care-needs', 'long-text', 'D5b', t('Plan de atención', 'Care plan')),
    ],
    shares: [
      share(
        'health',
        'HEA-S',
        ['D1', 'D5b'],
        t('Atención en salud', 'Health care'),
        choice('With the consent of the person'),
        {
          restsOn: 'assistance',
          unless: NO_CARE,
          only: ['alias', 'language', 'care-needs'],
        },
      ),
      share(
        'housing',
        'CSO-S',
        ['D1'],
        t('Alojamiento', 'Housing'),
        choice('With the consent of the person'),
        {
          on: ['stable'],
          restsOn: 'assistance',
          unless: NO_HOUSING,
          only: ['alias', 'language'],
        },
      ),
    ],
    outcomes: [
      outcome('stable', t('Alojada y atendida', 'Housed and cared for')),
      outcome('own-place', t('Atendida, con lugar propio', 'Cared for, in a place of their own')),
    ],
    basis: [known('Palermo Protocol art. 6')],
  },
  {
    id: 'recovery-reflection',
    kind: 'wait',
    stage: 'protection',
    title: t('Período de recuperación y reflexión', 'Recovery and reflection'),
    instructions: t(
      'Noventa días sin decisiones de salida. Antes solo lo termina el deseo propio y escrito de la persona, con su defensa: firman las dos.',
      "Ninety days without any decision to leave. Only the person's own written wish, with counsel, ends it earlier: both sign.",
    ),
    by: ['ATU-S', 'LEGAL'],
    when: 'inform-rights:informed',
    safeguard: true,
    deadline: due(
      REFLECTION_DAYS,
      'calendar-days',
      'L3',
      law(
        'UN text, para. 66: at least 90 calendar days; comparators 30 and 180; a country may ask for more',
      ),
      { lapse: 'term-reached' },
    ),
    form: [
      ask(
        'written-wish',
        'long-text',
        'D6',
        t('Deseo escrito de la persona', "The person's written wish"),
        { required: ['ended-early'] },
      ),
      ask('counsel-present', 'text', 'D6', t('Defensa presente', 'Counsel present'), {
        required: ['ended-early'],
      }),
    ],
    outcomes: [
      outcome('ended-early', t('Terminado por deseo propio', "Ended at the person's own wish"), {
        sets: ['reflectionDone'],
        withdraws: ['reflection-review', 'reflection-end'],
      }),
      outcome('term-reached', t('Pasaron los días', 'The days have passed'), { bySilence: true }),
    ],
    basis: [choice('No removal meanwhile')],
  },
  {
    id: 'reflection-notice',
    kind: 'share',
    stage: 'protection',
    title: t('Aviso de las fechas del período', 'Notice of the dates of the period'),
    instructions: t(
      'Avise a migración cuándo empezó y hasta cuándo nada se mueve, y otra vez si el período sigue. Solo fechas.',
      'Tell migration when it began and until when nothing moves, and again when the period goes on. Dates only.',
    ),
    by: 'ATU-S',
    when: { any: ['inform-rights:informed', 'reflection-end:extended'] },
    deadline: due(24, 'hours', 'L1', choice('A day: no transfer is prepared in the period')),
    form: [
      must(
        'period-until',
        'text',
        'D8',
        t('Desde cuándo y hasta cuándo', 'From when and until when'),
      ),
    ],
    shares: [
      share(
        'dates',
        'MIG-S',
        ['D8'],
        t('Fechas del período', 'Dates of the period'),
        choice('Dates only'),
      ),
    ],
    outcomes: [outcome('sent', t('Enviado', 'Sent'))],
  },
  {
    id: 'reflection-review',
    kind: 'follow-up',
    stage: 'protection',
    title: t('Revisión del período', 'Review of the period'),
    instructions: t(
      'A los 30 y 60 días pregunte cómo está la persona y qué necesita.',
      'On days 30 and 60 ask how the person is and what they need.',
    ),
    by: 'ATU-S',
    when: { all: ['inform-rights:informed', { not: 'reflectionDone' }] },
    series: {
      after: 'inform-rights:informed',
      at: [span(30, 'calendar-days'), span(60, 'calendar-days')],
    },
    deadline: due(5, 'working-days', 'L1', choice('Reviews at day 30 and 60')),
    form: [must('period-review', 'long-text', 'D6', t('Revisión', 'Review'))],
    outcomes: [outcome('reviewed', t('Revisado', 'Reviewed'))],
  },
  {
    id: 'reflection-end',
    kind: 'approval',
    stage: 'protection',
    title: t('Fin del período', 'End of the period'),
    instructions: t(
      'Se abre el día 90. Terminen el período con la persona o déjenlo seguir por salud o seguridad. Sin respuesta en 30 días sigue protegida.',
      'Opens on day 90. End the period with the person or let it go on for health or safety. Without an answer in 30 days it goes on.',
    ),
    by: ['ATU-S', 'LEGAL'],
    when: { all: ['inform-rights:informed', { not: 'reflectionDone' }] },
    series: { after: 'inform-rights:informed', at: [span(REFLECTION_DAYS, 'calendar-days')] },
    safeguard: true,
    deadline: due(30, 'calendar-days', 'L3', choice('Extension of 30 days'), { lapse: 'extended' }),
    form: [
      must('period-dates', 'text', 'D8', t('Fechas de inicio y fin', 'Dates of start and end')),
      ask(
        'extension-need',
        'long-text',
        'D6',
        t('Necesidad de salud o seguridad', 'Clinical or safety need'),
      ),
    ],
    shares: [
      share(
        'dates',
        'MIG-S',
        ['D8'],
        t('Fechas del período', 'Dates of the period'),
        choice('Dates only'),
      ),
    ],
    outcomes: [
      outcome('ended', t('Terminado', 'Ended'), {
        sets: ['reflectionDone'],
        withdraws: ['recovery-reflection', 'reflection-review'],
      }),
      outcome('extended', t('Sigue', 'Goes on'), { keepsOpen: true }),
    ],
    basis: [choice('Extended on clinical or safety need')],
  },
  {
    id: 'formal-identification',
    kind: 'approval',
    stage: 'protection',
    title: t('Identificación formal', 'Formal identification'),
    instructions: t(
      'Acto motivado con otras instituciones, con independencia de toda denuncia. El silencio mantiene la protección y no niega nada.',
      'A reasoned act with other institutions, independent of any complaint. Silence keeps protection and refuses nothing.',
    ),
    by: 'ATU-S',
    when: {
      all: [
        'protectionActive',
        { not: 'identificationReviewed' },
        {
          any: [
            'start',
            'identification-review:review-asked',
            'protection-end:keep-protection',
            'child-protection-end:keep-protection',
            'appeal-pending:overturned',
            'event:trafficking-indicator',
          ],
        },
      ],
    },
    requires: ['protectionActive'],
    limit: 6,
    secondPerson: ['not-recognised'],
    safeguard: true,
    deadline: due(30, 'working-days', 'L3', choice('Beside the recovery period'), {
      lapse: 'protection-kept',
    }),
    form: [
      must('reasoned-act', 'long-text', 'D6', t('Acto motivado', 'Reasoned act')),
      must(
        'agencies',
        'text',
        'D6',
        t('Instituciones que participaron', 'Institutions that took part'),
      ),
      must(
        'without-complaint',
        'boolean',
        'D6',
        t('Con independencia de una denuncia', 'Independent of a complaint'),
        { yesFor: ['not-recognised'] },
      ),
      must('result-code', 'text', 'D8', t('Código de resultado', 'Result code')),
    ],
    shares: [
      share(
        'counsel',
        'LEGAL',
        ['D6', 'D8'],
        t('Copia para la persona y su defensa', 'Copy for the person and counsel'),
        choice('The person knows what was decided'),
      ),
      share(
        'result',
        'MIG-S',
        ['D8'],
        t('Código de resultado', 'Result code'),
        choice('Code only; a finding against the person is not final yet'),
        { on: ['recognised'] },
      ),
    ],
    outcomes: [
      outcome('recognised', t('Reconocida', 'Recognised'), { sets: ['identificationReviewed'] }),
      outcome('not-recognised', t('No reconocida', 'Not recognised'), { lowers: true }),
      outcome(
        'protection-kept',
        t('Sin respuesta: sigue protegida', 'No answer: protection goes on'),
        { keepsOpen: true },
      ),
    ],
    basis: [known('CRM guidelines 2013'), law('MX LGPSEDMTP')],
  },
];
