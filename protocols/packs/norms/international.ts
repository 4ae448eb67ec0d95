import type { Norm } from '../../language/pack.js';
import {
  ADULT,
  beside,
  ceilingOf,
  choice,
  comparator,
  law,
  MINOR,
  norm,
  span,
  t,
  VICTIM,
  VOLUNTARY,
} from '../pieces.js';

const EVERY = [ADULT, MINOR, VICTIM, VOLUNTARY] as const;
const DEEMED = t('Se tiene por aceptado.', 'It counts as accepted.');

/** What holds, or is good practice, in every country. */
export const international: readonly Norm[] = [
  norm(
    'T25',
    t('Período de reflexión', 'Reflection period'),
    span(90, 'calendar-days'),
    t('Al menos 90 días naturales.', 'At least 90 calendar days.'),
    law('UN document quoted in a translation corpus, para. 66 (symbol not shown)'),
    {
      silence: t('Nadie sale mientras tanto.', 'No removal meanwhile.'),
      steps: beside(VICTIM, 'recovery-reflection'),
    },
  ),
  norm(
    'T28',
    t('Notificación consular en detención', 'Consular notice on detention'),
    undefined,
    t(
      'Sin demora; la persona es informada sin demora.',
      'Without delay; the person is informed without delay.',
    ),
    law('Vienna Convention on Consular Relations art. 36(1)(b)'),
    {
      steps: [...beside(ADULT, 'consular-notification'), ...beside(MINOR, 'consular-notification')],
    },
  ),
  norm(
    'T29',
    t('Verificar la nacionalidad de una víctima', "Verify a victim's nationality"),
    undefined,
    t('Sin demora indebida o injustificada.', 'Without undue or unreasonable delay.'),
    law('Palermo Protocol art. 8(3)'),
    { steps: beside(VICTIM, 'nationality-verification') },
  ),
  norm(
    'T37',
    t('Plan de reintegración', 'Reintegration plan'),
    span(1, 'months'),
    t(
      'De preferencia en el mes que sigue al retorno, con flexibilidad.',
      'Preferably within one month of return, with flexibility.',
    ),
    law('IOM Reintegration Handbook 2.3'),
    { steps: EVERY.flatMap((id) => ceilingOf(id, 'reintegration-plan')) },
  ),
  norm(
    'T38',
    t('Seguimiento de una niña o un niño tras el retorno', 'Follow-up of a child after return'),
    span(6, 'months'),
    t('Al menos seis meses; más si es vulnerable.', 'At least six months; longer if vulnerable.'),
    law('IOM Italy family-tracing programme page'),
    { steps: [...beside(MINOR, 'follow-up-visit'), ...beside(VOLUNTARY, 'child-follow-up')] },
  ),
  norm(
    'T40',
    t('Horas de aviso de los instrumentos de la CRM', 'Notice hours of the CRM instruments'),
    undefined,
    t(
      'No se obtuvo el texto: ninguna cifra se les atribuye.',
      'The texts were not obtained: no figure is attributed to them.',
    ),
    choice('2006 memorandum, 2007 and 2009 CRM guidelines: no source found'),
    { steps: beside(MINOR, 'advance-notice') },
  ),
];

/** Rules of other corridors: they size a value of ours and are law nowhere here. */
export const comparators: readonly Norm[] = [
  norm(
    'T26',
    t('Período de reflexión', 'Reflection period'),
    span(30, 'calendar-days'),
    t('Al menos 30 días.', 'At least 30 days.'),
    comparator('Council of Europe Convention on trafficking art. 13'),
    {
      silence: t('Nadie sale mientras tanto.', 'No removal meanwhile.'),
      steps: beside(VICTIM, 'recovery-reflection'),
    },
  ),
  norm(
    'T30',
    t('Documento de viaje tras el acuerdo', 'Travel document after agreement'),
    span(3, 'working-days'),
    t(
      '3 días hábiles, vigente 3 meses o más; traslado en 3 meses.',
      '3 working days, valid 3 months or more; transfer within 3 months.',
    ),
    comparator('EU-Turkey readmission agreement 2014'),
    {
      silence: DEEMED,
      steps: [...beside(ADULT, 'travel-document'), ...beside(MINOR, 'travel-document')],
    },
  ),
  norm(
    'T31',
    t('Renovación del documento de viaje', 'Renewal of the travel document'),
    span(30, 'calendar-days'),
    t(
      'De ordinario en 14 y a más tardar en 30 días; vigente 6 meses o más.',
      'Normally within 14, at most 30 calendar days; valid 6 months or more.',
    ),
    comparator('EC-Sri Lanka agreement, section II, para. 4'),
    { silence: DEEMED, steps: beside(ADULT, 'travel-document') },
  ),
  norm(
    'T32',
    t('Respuesta de readmisión', 'Readmission reply'),
    span(2, 'working-days'),
    t(
      '2 días hábiles (más 4); 5 para nacionales de terceros países.',
      '2 working days (plus 4); 5 for third-country nationals.',
    ),
    comparator('A Swiss agreement (2007/556)'),
    {
      steps: [
        ...beside(ADULT, 'nationality-verification'),
        ...beside(MINOR, 'identity-confirmation'),
      ],
    },
  ),
  norm(
    'T33',
    t('Respuesta de readmisión', 'Readmission reply'),
    span(25, 'calendar-days'),
    t(
      '25 días naturales, hasta 60; solicitud en 180, traslado en 90.',
      '25 calendar days, up to 60; application within 180, transfer within 90.',
    ),
    comparator('A Russian agreement of 21 September 2009, art. 12'),
    { silence: DEEMED, steps: beside(ADULT, 'nationality-verification') },
  ),
  norm(
    'T34',
    t('Aviso de llegada a la autoridad receptora', 'Arrival notice to the receiving authority'),
    span(24, 'hours'),
    t('Al menos 24 horas antes.', 'At least 24 hours before.'),
    comparator('A Swiss agreement (2007/556)'),
    { steps: [...beside(ADULT, 'manifest-proposal'), ...beside(MINOR, 'advance-notice')] },
  ),
  norm(
    'T35',
    t('Readmisión por error', 'Readmission in error'),
    span(3, 'months'),
    t('Si se descubre en los 3 meses del traslado.', 'If found within 3 months of transfer.'),
    comparator('EU-Turkey agreement 2014, readmission in error'),
    {
      silence: t('Vuelve al país remitente.', 'Back to the sender.'),
      steps: beside(ADULT, 'take-back'),
    },
  ),
  norm(
    'T36',
    t('Plazo de salida voluntaria', 'Voluntary departure period'),
    span(30, 'calendar-days'),
    t('De 7 a 30 días.', '7 to 30 days.'),
    comparator('EU Return Directive art. 7'),
    { steps: beside(ADULT, 'voluntary-return-offer', 'assisted-return-offer') },
  ),
  norm(
    'T39',
    t('Preparación de un retorno voluntario', 'Preparation of a voluntary return'),
    span(28, 'calendar-days'),
    t(
      'Unas 2 semanas con documentos; en general 4.',
      'About 2 weeks with documents; 4 in general.',
    ),
    comparator('IOM Slovakia and IOM Netherlands programme pages'),
    { steps: beside(VOLUNTARY, 'prepare') },
  ),
];

/** A permit of Canada; elsewhere only a comparator for the length of a stay. */
export const canadaSending: readonly Norm[] = [
  norm(
    'T27',
    t('Permiso temporal para víctimas de trata', 'Temporary permit for trafficked people'),
    span(180, 'calendar-days'),
    t('180 días; puede prorrogarse.', '180 days; may be extended.'),
    law('CA permits of IRCC, report of the Canadian Council for Refugees'),
    { steps: beside(VICTIM, 'legal-status') },
  ),
];
