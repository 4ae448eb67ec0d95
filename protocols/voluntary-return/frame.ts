import type { Attribute } from '../language/attribute.js';
import type { Definition } from '../language/definition.js';
import type { VoluntaryNames } from './names.js';
import { option, t } from './pieces.js';

const flag = (
  id: Exclude<VoluntaryNames['attribute'], 'entry' | 'withChildren'>,
  es: string,
  en: string,
): Attribute<VoluntaryNames> => ({ id, title: t(es, en), type: 'boolean', initially: false });

/** Codes a run may branch on; none of them says who the person is. */
export const attributes: Definition<VoluntaryNames>['attributes'] = [
  {
    id: 'entry',
    title: t('Cómo comienza el proceso', 'How the run begins'),
    type: 'code',
    atStart: true,
    initially: 'request',
    options: [
      option('request', 'Solicitud de la persona', 'Request of the person'),
      option('information-counselling', 'Viene de otro proceso', 'Comes from another procedure'),
      option('self-return-registration', 'Volvió por sus propios medios', 'Came home on their own'),
    ],
  },
  {
    id: 'withChildren',
    title: t('El proceso incluye niñas o niños', 'The run concerns children'),
    type: 'boolean',
  },
  flag('escorted', 'Viaja con acompañamiento profesional', 'Travels with a professional escort'),
  flag('contactAgreed', 'Acepta ser contactada tras llegar', 'Agrees to contact after arrival'),
  flag('needHealth', 'Necesita apoyo en salud', 'Needs health support'),
  flag('needEducation', 'Necesita apoyo en educación', 'Needs education support'),
  flag('needWork', 'Necesita apoyo para trabajar', 'Needs work support'),
  flag('needSocial', 'Necesita vivienda o apoyo social', 'Needs housing or social support'),
  flag('municipalityAgreed', 'Acepta aviso a la municipalidad', 'Agrees to tell the municipality'),
];

export const dates: Definition<VoluntaryNames>['dates'] = [
  { id: 'departure', title: t('Salida prevista', 'Planned departure') },
];

export const stages: Definition<VoluntaryNames>['stages'] = [
  { id: 'intake', title: t('Solicitud y registro', 'Request and registration') },
  { id: 'choice', title: t('Información y decisión libre', 'Information and free decision') },
  { id: 'staying', title: t('Permanencia y desistimiento', 'Staying and withdrawal') },
  { id: 'preparation', title: t('Preparación', 'Preparation') },
  { id: 'travel', title: t('Viaje y llegada', 'Journey and arrival') },
  { id: 'reception', title: t('Primer contacto', 'First contact') },
  { id: 'reintegration', title: t('Reintegración', 'Reintegration') },
  { id: 'holds', title: t('Suspensiones y derivaciones', 'Holds and referrals') },
];

export const endings: Definition<VoluntaryNames>['endings'] = [
  { id: 'closed-stay', title: t('Permanece en el país', 'Stays in the country') },
  {
    id: 'closed-withdrawn',
    title: t('La persona se desistió, sin consecuencia', 'Withdrew, without any consequence'),
  },
  {
    id: 'closed-not-possible',
    title: t('El retorno no fue posible; puede pedirlo de nuevo', 'Not possible; may ask again'),
  },
  {
    id: 'closed-declined',
    title: t('Declina la reintegración, con puerta abierta', 'Declined reintegration, open door'),
  },
  { id: 'closed-done-goal', title: t('Meta alcanzada', 'Goal met') },
  { id: 'closed-done-term', title: t('Plazo concluido', 'Term ended') },
  { id: 'closed-done-withdrew', title: t('La persona se retiró', 'The person withdrew') },
  { id: 'closed-done-left', title: t('Salió de la zona', 'Left the area') },
  { id: 'closed-done-means', title: t('Fin de fondos o de seguridad', 'Funds or security ended') },
  { id: 'absconded', title: t('Cierre por ausencia', 'Closed as absent') },
  { id: 'deceased', title: t('Fallecimiento', 'Death') },
];
