import type { ProtocolEvent } from '../language/definition.js';
import { ask } from './pieces.js';
import { known, law, t } from './texts.js';

/** What an event says and asks wherever it is reported. Who may, until when, and what it undoes differs by protocol. */

export const APPEAL_FILED = {
  id: 'appeal-filed',
  title: t('Recurso presentado', 'Remedy filed'),
  by: 'anyone',
  form: [ask('filing', 'text', 'D8', t('Acuse', 'Receipt'))],
  basis: [law('MX LA arts. 17 IV, 20, 126, 160')],
} as const satisfies Partial<ProtocolEvent>;

export const COURT_ORDER = {
  id: 'court-order',
  title: t('Orden judicial', 'Court order'),
  by: 'anyone',
  form: [ask('order', 'text', 'D8', t('Orden', 'Order'))],
  basis: [law('MX LA arts. 126, 160')],
} as const satisfies Partial<ProtocolEvent>;

export const ASYLUM_CLAIM = {
  id: 'asylum-claim',
  title: t('Solicitud de asilo', 'Asylum claim'),
  by: 'anyone',
  form: [ask('claim', 'long-text', 'D6', t('Lo que dijo la persona', 'What the person said'))],
  basis: [law('MX LRPCAP arts. 7, 21')],
} as const satisfies Partial<ProtocolEvent>;

/** First sign in a protocol that is not the one for protected handling. */
export const PROTECTION_SIGN = {
  id: 'trafficking-indicator',
  title: t('Indicio que pide manejo protegido', 'Sign that calls for protected handling'),
  by: 'anyone',
  form: [ask('sign', 'long-text', 'D6', t('Qué se observó', 'What was observed'))],
  basis: [known('CRM guidelines 2013')],
} as const satisfies Partial<ProtocolEvent>;

/** A sign after a screening that found none, or a further one. */
export const NEW_PROTECTION_SIGN = {
  ...PROTECTION_SIGN,
  title: t('Indicio nuevo que pide manejo protegido', 'New sign that calls for protected handling'),
} as const satisfies Partial<ProtocolEvent>;

export const MINORITY_CLAIM = {
  id: 'minority-claim',
  title: t('Dice o parece ser menor de 18 años', 'Says or seems to be under 18'),
  by: 'anyone',
  form: [ask('age-sign', 'long-text', 'D6', t('Qué se dijo u observó', 'What was said or seen'))],
  basis: [law('MX LM art. 120')],
} as const satisfies Partial<ProtocolEvent>;

export const NEW_RISK = {
  id: 'new-risk-information',
  title: t('Nueva información sobre riesgo', 'New information on risk'),
  by: 'anyone',
  form: [ask('new-risk', 'long-text', 'D6', t('Qué se supo', 'What became known'))],
  basis: [law('MX LM art. 121'), law('GCM objective 21')],
} as const satisfies Partial<ProtocolEvent>;

export const ILLNESS = {
  id: 'medical-hold',
  title: t('Suspensión por salud', 'Medical hold'),
  by: 'anyone',
  form: [ask('health-event', 'long-text', 'D5b', t('Qué pasó', 'What happened'))],
  basis: [law('MX LM art. 111 IV')],
} as const satisfies Partial<ProtocolEvent>;

export const FORCE_MAJEURE = {
  id: 'force-majeure',
  title: t('Caso fortuito o fuerza mayor', 'Force majeure'),
  basis: [law('MX LM art. 125')],
} as const satisfies Partial<ProtocolEvent>;

export const RESCHEDULED = {
  id: 'rescheduled',
  title: t('Cambio de fecha o punto', 'Change of date or point'),
} as const satisfies Partial<ProtocolEvent>;

export const FAMILY_CHANGE = {
  id: 'family-change',
  by: 'anyone',
  form: [ask('family-news', 'long-text', 'D4', t('Qué cambió', 'What changed'))],
} as const satisfies Partial<ProtocolEvent>;

export const ESCORT_LOST = {
  title: t('Falta quien acompaña', 'The escort drops out'),
  basis: [law('GCM objective 21(g)')],
} as const satisfies Partial<ProtocolEvent>;

export const CARER_WITHDRAWN = {
  id: 'carer-withdrawn',
  title: t('Quien iba a cuidar se retira', 'The carer withdraws'),
} as const satisfies Partial<ProtocolEvent>;

export const STATUS_GRANTED = {
  id: 'status-granted',
  title: t('La persona obtuvo estancia regular', 'The person obtained regular status'),
  by: ['MIG-S', 'ASY', 'COURT'],
} as const;

export const DECEASED = {
  id: 'deceased',
  title: t('Fallecimiento', 'Death'),
  by: 'anyone',
} as const satisfies Partial<ProtocolEvent>;

export const LEFT_AREA = {
  id: 'left-area',
  title: t('La persona salió de la zona', 'The person left the area'),
} as const satisfies Partial<ProtocolEvent>;

export const SUPPORT_ENDED = {
  id: 'support-ended',
  title: t('Fin de fondos o de condiciones de seguridad', 'Funds or security ended'),
} as const satisfies Partial<ProtocolEvent>;
