import type { Attribute } from '../language/attribute.js';
import type { Names } from '../language/names.js';
import type { Text } from '../language/text.js';
import { option, t } from './texts.js';

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

/**
 * Who issues papers for the State of origin here: its consulate, or who stands in for it. Read from the pack and the
 * register of the States, never given.
 */
export const REPRESENTATION = {
  id: 'representation',
  title: t('Representación del país de origen', 'Representation of the country of origin'),
  type: 'code',
  initially: 'consulate',
  options: [
    option('consulate', 'Consulado', 'Consulate'),
    option('protecting-state', 'Estado protector', 'Protecting State'),
    option('iom', 'OIM', 'IOM'),
    option('liaison-officer', 'Oficina de enlace', 'Liaison officer'),
  ],
} as const satisfies Attribute<Names>;

const NEED_HEALTH = flag('needHealth', 'Necesita apoyo en salud', 'Needs health support');
const NEED_EDUCATION = flag(
  'needEducation',
  'Necesita apoyo en educación',
  'Needs education support',
);

/** What a person may need after the return: health and education in every protocol, the others where support has them. */
export const NEEDS_OF_ALL = [NEED_HEALTH, NEED_EDUCATION] as const;
export const NEEDS = [
  ...NEEDS_OF_ALL,
  flag('needWork', 'Necesita apoyo para trabajar', 'Needs work support'),
  flag('needSocial', 'Necesita vivienda o apoyo social', 'Needs housing or social support'),
] as const;
export const MUNICIPALITY_AGREED = flag(
  'municipalityAgreed',
  'Acepta aviso a la municipalidad',
  'Agrees to tell the municipality',
);

export const CONTACT_AGREED = flag(
  'contactAgreed',
  'Acepta ser contactada tras llegar',
  'Agrees to contact after arrival',
);

interface Named<Id extends string> {
  readonly id: Id;
  readonly title: Text;
}

const STAGES = {
  preparation: t('Preparación', 'Preparation'),
  transfer: t('Traslado', 'Transfer'),
  handover: t('Entrega', 'Handover'),
  reception: t('Recepción', 'Reception'),
  reintegration: t('Reintegración', 'Reintegration'),
  'best-interests': t('Interés superior de la niñez', "Child's best interests"),
  holds: t('Suspensiones y derivaciones', 'Holds and referrals'),
} as const;

/** Stages under their usual names. */
export const stages = <const Ids extends readonly (keyof typeof STAGES)[]>(...ids: Ids) =>
  ids.map((id): Named<Ids[number]> => ({ id, title: STAGES[id] }));

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

/** Endings under their usual names. */
export const endings = <const Ids extends readonly (keyof typeof ENDINGS)[]>(...ids: Ids) =>
  ids.map((id): Named<Ids[number]> => ({ id, title: ENDINGS[id] }));

/** What every protocol has around its steps: who leads, who watches, and the one date a journey is planned by. */
export const around = <const Rest extends object>(rest: Rest) => ({
  lead: 'RECTOR' as const,
  monitor: 'MON' as const,
  dates: [{ id: 'departure' as const, title: t('Salida prevista', 'Planned departure') }],
  ...rest,
});
