import type { Attribute } from '../language/attribute.js';
import type { Names } from '../language/names.js';
import { type option, t } from './texts.js';

/** A yes/no of the run that is no until an answer says otherwise. */
export const flag = <Id extends string>(id: Id, es: string, en: string) => ({
  id,
  title: t(es, en),
  type: 'boolean' as const,
  initially: false,
});

/** Where a run begins: with its first step, unless the person came from another protocol or is already home. */
export const entry = (first: string, ...options: ReturnType<typeof option>[]) =>
  ({
    id: 'entry',
    type: 'code',
    atStart: true,
    initially: first,
    options,
  }) as const satisfies Omit<Attribute<Names>, 'title'>;

export const NEED_HEALTH = flag('needHealth', 'Necesita apoyo en salud', 'Needs health support');
export const NEED_EDUCATION = flag(
  'needEducation',
  'Necesita apoyo en educación',
  'Needs education support',
);
export const NEED_WORK = flag('needWork', 'Necesita apoyo para trabajar', 'Needs work support');
export const NEED_SOCIAL = flag(
  'needSocial',
  'Necesita vivienda o apoyo social',
  'Needs housing or social support',
);
export const MUNICIPALITY_AGREED = flag(
  'municipalityAgreed',
  'Acepta aviso a la municipalidad',
  'Agrees to tell the municipality',
);

/** The one date every journey is planned by. */
export const DEPARTURE = {
  id: 'departure',
  title: t('Salida prevista', 'Planned departure'),
} as const;

const STAGES = {
  preparation: t('Preparación', 'Preparation'),
  transfer: t('Traslado', 'Transfer'),
  handover: t('Entrega', 'Handover'),
  reception: t('Recepción', 'Reception'),
  reintegration: t('Reintegración', 'Reintegration'),
  'best-interests': t('Interés superior de la niñez', "Child's best interests"),
  holds: t('Suspensiones y derivaciones', 'Holds and referrals'),
} as const;

/** A stage under its usual name. */
export const stage = <Id extends keyof typeof STAGES>(id: Id) => ({ id, title: STAGES[id] });

const ENDINGS = {
  'closed-stay': t('Permanece en el país', 'Stays in the country'),
  'closed-declined': t(
    'Declina la reintegración, con puerta abierta',
    'Declined reintegration, open door',
  ),
  'closed-done-goal': t('Meta alcanzada', 'Goal met'),
  'closed-done-term': t('Plazo concluido', 'Term ended'),
  'closed-done-withdrew': t('La persona se retiró', 'The person withdrew'),
  'closed-done-left': t('Salió de la zona', 'Left the area'),
  'closed-done-means': t('Fin de fondos o de seguridad', 'Funds or security ended'),
  absconded: t('Cierre por ausencia', 'Closed as absent'),
  deceased: t('Fallecimiento', 'Death'),
} as const;

/** An ending under its usual name. */
export const ending = <Id extends keyof typeof ENDINGS>(id: Id) => ({ id, title: ENDINGS[id] });
