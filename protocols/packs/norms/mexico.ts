import type { Norm } from '../../language/pack.js';
import {
  ADULT,
  beside,
  ceilingOf,
  law,
  lengthOf,
  MINOR,
  norm,
  span,
  t,
  VICTIM,
  VOLUNTARY,
} from '../pieces.js';

/** Mexican law as the State that decides on a stay and a return. */
export const mexicoSending: readonly Norm[] = [
  norm(
    'T1',
    t('Máximo de estancia en presentación', 'Longest stay at the presentation stage'),
    span(36, 'hours'),
    t('Nadie queda en esta etapa más de 36 horas.', 'Nobody stays at this stage over 36 hours.'),
    law('MX LM art. 68'),
    { steps: ceilingOf(ADULT, 'apprehension-record') },
  ),
  norm(
    'T2',
    t('Acuerdo de presentación', 'Presentation order'),
    span(24, 'hours'),
    t(
      'Se dicta dentro de las 24 horas de la puesta a disposición.',
      'Given within 24 hours of being put at disposal.',
    ),
    law('MX LM art. 100'),
    { steps: lengthOf(ADULT, 'apprehension-record') },
  ),
  norm(
    'T3',
    t('Resolución de la situación migratoria', 'Decision on the migration situation'),
    span(15, 'working-days'),
    t(
      '15 días hábiles desde la presentación; más solo por causas de la lista.',
      '15 working days from presentation; longer only for listed causes.',
    ),
    law('MX LM art. 111'),
    {
      steps: [
        ...lengthOf(ADULT, 'removal-decision'),
        ...ceilingOf(ADULT, 'renewed-removal-decision'),
      ],
    },
  ),
  norm(
    'T4',
    t('Máximo de estancia por causas de la lista', 'Longest stay for listed causes'),
    span(60, 'working-days'),
    t(
      '60 días hábiles por identidad, consulado, tránsito o salud.',
      '60 working days for identity, consulate, transit or health.',
    ),
    law('MX LM art. 111'),
    {
      silence: t(
        'La persona recibe un permiso de estancia.',
        'The person is given a permit to stay.',
      ),
      steps: lengthOf(ADULT, 'stay-limit'),
    },
  ),
  norm(
    'T5',
    t('Recurso o amparo en trámite', 'Remedy or amparo pending'),
    undefined,
    t('Sin máximo fijo: la salida se detiene.', 'No fixed cap: departure is held.'),
    law('MX LM art. 111 V'),
    {
      steps: [
        ...beside(ADULT, 'appeal-pending', 'stay-limit'),
        ...beside(MINOR, 'appeal-pending'),
        ...beside(VOLUNTARY, 'remedy-pending'),
      ],
    },
  ),
  norm(
    'T6',
    t('Notificación consular de la presentación', 'Consular notice of the presentation'),
    span(0, 'hours'),
    t('De inmediato; no si puede pedirse asilo.', 'At once; not if asylum may be sought.'),
    law('MX LM art. 69 IV'),
    { steps: beside(ADULT, 'consular-notification') },
  ),
  norm(
    'T7',
    t('Aviso a protección de la niñez e ingreso al DIF', 'Notice to child protection, placement'),
    span(0, 'hours'),
    t('De inmediato.', 'At once.'),
    law('MX LM art. 112, 112 I'),
    { steps: beside(MINOR, 'register-child', 'notify-child-protection', 'place-in-care') },
  ),
  norm(
    'T8',
    t('Aviso al consulado del retorno de una niña o un niño', "Consulate told of a child's return"),
    undefined,
    t('Con tiempo suficiente para la recepción.', 'With enough time for the reception.'),
    law('MX LM art. 112 III'),
    { steps: beside(MINOR, 'reception-confirmation', 'advance-notice') },
  ),
  norm(
    'T10',
    t('Medida urgente de protección: fiscalía', 'Urgent protection measure: prosecutor'),
    span(3, 'hours'),
    t('La fiscalía la dicta en 3 horas.', 'The prosecutor orders it within 3 hours.'),
    law('MX LGDNNA art. 122 VI'),
    { steps: lengthOf(MINOR, 'urgent-measures') },
  ),
  norm(
    'T10-court',
    t('Medida urgente de protección: juzgado', 'Urgent protection measure: court'),
    span(24, 'hours'),
    t('El juzgado resuelve en 24 horas.', 'The court rules within 24 hours.'),
    law('MX LGDNNA art. 122 VII'),
    { steps: lengthOf(MINOR, 'urgent-measures-ruling') },
  ),
  norm(
    'T11',
    t('Opinión de otra autoridad', 'Opinion of another authority'),
    span(10, 'calendar-days'),
    t('10 días naturales.', '10 calendar days.'),
    law('MX LM art. 131'),
    {
      silence: t('Se entiende que no hay objeción.', 'It counts as no objection.'),
      steps: lengthOf(VOLUNTARY, 'impediment-opinion'),
    },
  ),
  norm(
    'T12',
    t('Trámite migratorio', 'Immigration application'),
    span(20, 'working-days'),
    t('20 días hábiles.', '20 working days.'),
    law('MX LM art. 128'),
    {
      silence: t(
        'La ley lo tiene por negado; aquí el silencio no niega nada y se escala.',
        'The law deems it refused; here silence refuses nothing and is escalated.',
      ),
      steps: [
        ...lengthOf(ADULT, 'protection-or-regularisation'),
        ...ceilingOf(ADULT, 'statelessness-branch'),
        ...ceilingOf(MINOR, 'alternatives-to-return'),
        ...ceilingOf(VICTIM, 'legal-status', 'statelessness-branch'),
        ...lengthOf(VICTIM, 'alternatives-to-return'),
        ...lengthOf(VOLUNTARY, 'stay-pathway'),
        ...ceilingOf(VOLUNTARY, 'statelessness-branch'),
      ],
    },
  ),
  norm(
    'T13-request',
    t('Plazo para pedir asilo', 'Time to ask for asylum'),
    span(30, 'working-days'),
    t(
      '30 días hábiles; aquí se recibe en todo momento.',
      '30 working days; here it is received at any time.',
    ),
    law('MX LRPCAP art. 18'),
    { steps: [...beside(ADULT, 'asylum-referral'), ...beside(VOLUNTARY, 'asylum-referral')] },
  ),
  norm(
    'T13-decision',
    t('Resolución de asilo', 'Asylum decision'),
    span(45, 'working-days'),
    t('45 días hábiles.', '45 working days.'),
    law('MX LRPCAP art. 24'),
    {
      steps: [ADULT, MINOR, VICTIM, VOLUNTARY].flatMap((id) => lengthOf(id, 'asylum-hold')),
    },
  ),
  norm(
    'T13-extension',
    t('Prórroga de la resolución de asilo', 'Extension of the asylum decision'),
    span(45, 'working-days'),
    t('Hasta 45 días hábiles más.', 'Up to 45 working days more.'),
    law('MX LRPCAP art. 24'),
    { steps: [ADULT, MINOR, VICTIM, VOLUNTARY].flatMap((id) => beside(id, 'asylum-hold')) },
  ),
  norm(
    'T14',
    t('Opinión sobre el país de origen', 'Opinion on the country of origin'),
    span(15, 'working-days'),
    t('15 días hábiles.', '15 working days.'),
    law('MX LRPCAP art. 24'),
    {
      silence: t('Se entiende que no la hay.', 'It counts as none.'),
      steps: [ADULT, MINOR, VICTIM, VOLUNTARY].flatMap((id) => beside(id, 'asylum-hold')),
    },
  ),
  norm(
    'T15',
    t('Recurso de revisión', 'Review appeal'),
    span(15, 'working-days'),
    t(
      '15 días; que son hábiles se sabe y no se volvió a leer.',
      '15 days; that they are working days is known and was not read again.',
    ),
    law('MX LFPA art. 85; LRPCAP art. 25'),
    {
      steps: [
        ...lengthOf(ADULT, 'appeal-window'),
        ...lengthOf(MINOR, 'appeal-window', 'age-remedy-window'),
        ...lengthOf(VICTIM, 'bid-remedy-window'),
      ],
    },
  ),
  norm(
    'T16',
    t('Suspensión pedida en el recurso', 'Suspension asked for in the appeal'),
    span(5, 'calendar-days'),
    t(
      'Se resuelve en 5 días; leídos como naturales, lo más breve.',
      'Ruled on in 5 days; read as calendar days, the shorter.',
    ),
    law('MX LFPA art. 87'),
    {
      silence: t('La suspensión se tiene por concedida.', 'The suspension is deemed granted.'),
      steps: [...lengthOf(ADULT, 'appeal-pending'), ...lengthOf(VICTIM, 'appeal-pending')],
    },
  ),
  norm(
    'T17',
    t('Amparo contra la deportación', 'Amparo against deportation'),
    undefined,
    t(
      'En todo momento, día y hora; el juzgado suspende de inmediato.',
      'At any time, day and hour; the court stays it at once.',
    ),
    law('MX LA arts. 17 IV, 20, 126, 160'),
    {
      steps: [
        ...beside(ADULT, 'appeal-window', 'appeal-pending'),
        ...beside(MINOR, 'appeal-window', 'appeal-pending'),
        ...beside(VICTIM, 'appeal-pending'),
        ...beside(VOLUNTARY, 'remedy-pending'),
      ],
    },
  ),
];

/** Mexican law as the State that receives its own people. */
export const mexicoReceiving: readonly Norm[] = [
  norm(
    'T9',
    t(
      'Niña o niño mexicano repatriado: aviso e ingreso',
      'Repatriated Mexican child: notice, placement',
    ),
    span(0, 'hours'),
    t('De inmediato.', 'At once.'),
    law('MX LM art. 20 XI'),
    { steps: beside(MINOR, 'reception-notify-child-protection') },
  ),
  norm(
    'T18',
    t('Duda sobre la nacionalidad mexicana al ingreso', 'Doubt on Mexican nationality at entry'),
    span(4, 'hours'),
    t('4 horas.', '4 hours.'),
    law('MX LM art. 36'),
    { steps: lengthOf(ADULT, 'nationality-doubt') },
  ),
  norm(
    'T18-extension',
    t('Duda sobre la nacionalidad: a petición', 'Doubt on nationality: on request'),
    span(24, 'hours'),
    t('Hasta 24 horas si la persona lo pide.', "Up to 24 hours at the person's request."),
    law('MX LM art. 36'),
    { steps: lengthOf(ADULT, 'nationality-doubt-extension') },
  ),
];
