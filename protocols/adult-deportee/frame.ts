import type { Attribute } from '../language/attribute.js';
import type { Definition } from '../language/definition.js';
import type { AdultDeporteeNames } from './names.js';
import { option, t } from './pieces.js';

const need = (
  id: 'needHealth' | 'needEducation' | 'needWork' | 'needSocial',
  es: string,
  en: string,
): Attribute<AdultDeporteeNames> => ({ id, title: t(es, en), type: 'boolean', initially: false });

/** Codes a run may branch on; none of them says who the person is. */
export const attributes: Definition<AdultDeporteeNames>['attributes'] = [
  {
    id: 'agreementSilence',
    title: t('Efecto del silencio en el acuerdo', 'Effect of silence in the agreement'),
    type: 'code',
    atStart: true,
    initially: 'none',
    options: [option('none', 'Ninguno', 'None'), option('acceptance', 'Aceptación', 'Acceptance')],
  },
  {
    id: 'protectedHandling',
    title: t('Manejo protegido en el traslado', 'Protected handling on the transfer'),
    type: 'boolean',
    initially: false,
  },
  {
    id: 'route',
    title: t('Vía', 'Route'),
    type: 'code',
    options: [
      option('air', 'Aérea', 'Air'),
      option('land', 'Terrestre', 'Land'),
      option('sea', 'Marítima', 'Sea'),
    ],
  },
  {
    id: 'ageBand',
    title: t('Grupo de edad', 'Age band'),
    type: 'code',
    options: [
      option('adult', '18 a 59 años', '18 to 59'),
      option('older', '60 años o más', '60 or older'),
      option('unclear', 'Edad dudosa', 'Age in doubt'),
    ],
  },
  { id: 'familyGroup', title: t('Está con su familia', 'Family present'), type: 'boolean' },
  need('needHealth', 'Necesita apoyo en salud', 'Needs health support'),
  need('needEducation', 'Necesita apoyo en educación', 'Needs education support'),
  need('needWork', 'Necesita apoyo para trabajar', 'Needs work support'),
  need('needSocial', 'Necesita vivienda o apoyo social', 'Needs housing or social support'),
  {
    id: 'municipalityAgreed',
    title: t('Acepta aviso a la municipalidad', 'Agrees to tell the municipality'),
    type: 'boolean',
    initially: false,
  },
];

export const dates: Definition<AdultDeporteeNames>['dates'] = [
  { id: 'departure', title: t('Salida prevista', 'Planned departure') },
];

export const stages: Definition<AdultDeporteeNames>['stages'] = [
  { id: 'intake', title: t('Ingreso', 'Intake') },
  { id: 'assessment', title: t('Evaluación', 'Assessment') },
  { id: 'decision', title: t('Resolución y recursos', 'Decision and remedies') },
  { id: 'preparation', title: t('Preparación', 'Preparation') },
  { id: 'transfer', title: t('Traslado', 'Transfer') },
  { id: 'handover', title: t('Entrega', 'Handover') },
  { id: 'reception', title: t('Recepción', 'Reception') },
  { id: 'reintegration', title: t('Reintegración', 'Reintegration') },
  { id: 'holds', title: t('Suspensiones y derivaciones', 'Holds and referrals') },
];

export const endings: Definition<AdultDeporteeNames>['endings'] = [
  { id: 'released', title: t('En libertad', 'Released') },
  { id: 'closed-stay', title: t('Permanece en el país', 'Stays in the country') },
  {
    id: 'closed-declined',
    title: t('Declina la reintegración, con puerta abierta', 'Declined reintegration, open door'),
  },
  { id: 'closed-done-goal', title: t('Meta alcanzada', 'Goal met') },
  { id: 'closed-done-term', title: t('Plazo concluido', 'Term ended') },
  { id: 'closed-done-withdrew', title: t('La persona se retiró', 'The person withdrew') },
  { id: 'closed-done-left', title: t('Salió de la zona', 'Left the area') },
  { id: 'closed-done-criteria', title: t('Ya no cumple los criterios', 'Criteria no longer met') },
  { id: 'closed-done-means', title: t('Fin de fondos o de seguridad', 'Funds or security ended') },
  { id: 'absconded', title: t('Cierre por ausencia', 'Closed as absent') },
  { id: 'deceased', title: t('Fallecimiento', 'Death') },
];
