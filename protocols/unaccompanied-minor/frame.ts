import type { Attribute } from '../language/attribute.js';
import type { Definition } from '../language/definition.js';
import type { MinorNames } from './names.js';
import { option, t } from './pieces.js';

const yesNo = (
  id: Exclude<MinorNames['attribute'], 'entry'>,
  es: string,
  en: string,
): Attribute<MinorNames> => ({ id, title: t(es, en), type: 'boolean', initially: false });

/** Codes a run may branch on; none of them says who the child is. */
export const attributes: Definition<MinorNames>['attributes'] = [
  {
    id: 'entry',
    title: t('Dónde empieza', 'Where it begins'),
    type: 'code',
    atStart: true,
    initially: 'register-child',
    options: [
      option('register-child', 'Con el registro', 'With registration'),
      option('presume-minority', 'Con la duda sobre la edad', 'With the doubt about age'),
      option(
        'reception-screening',
        'En la recepción en origen',
        'At reception in the country of origin',
      ),
    ],
  },
  yesNo('siblings', 'Viaja con hermanas o hermanos', 'Travels with siblings'),
  yesNo('needHealth', 'Necesita apoyo en salud', 'Needs health support'),
  yesNo('needEducation', 'Necesita apoyo en educación', 'Needs education support'),
  yesNo('needSocial', 'Necesita apoyo social', 'Needs social support'),
  yesNo('needPapers', 'Necesita documentos de identidad', 'Needs identity papers'),
];

export const dates: Definition<MinorNames>['dates'] = [
  { id: 'departure', title: t('Salida prevista', 'Planned departure') },
];

export const stages: Definition<MinorNames>['stages'] = [
  { id: 'detection', title: t('Detección y protección', 'Detection and protection') },
  { id: 'screening', title: t('Evaluación inicial', 'Initial assessment') },
  { id: 'identity', title: t('Identidad y entrevistas', 'Identity and interviews') },
  { id: 'family', title: t('Familia y origen', 'Family and origin') },
  { id: 'best-interests', title: t('Interés superior de la niñez', "Child's best interests") },
  { id: 'decision', title: t('Notificación y recurso', 'Notification and remedy') },
  { id: 'stay', title: t('Permanencia', 'Stay') },
  { id: 'preparation', title: t('Preparación', 'Preparation') },
  { id: 'transfer', title: t('Traslado', 'Transfer') },
  { id: 'handover', title: t('Entrega', 'Handover') },
  { id: 'reception', title: t('Recepción', 'Reception') },
  { id: 'reintegration', title: t('Reintegración', 'Reintegration') },
  { id: 'holds', title: t('Suspensiones', 'Holds') },
];

export const endings: Definition<MinorNames>['endings'] = [
  { id: 'closed-stay', title: t('Permanece o va a otro país', 'Stays, or goes elsewhere') },
  { id: 'closed-done-goal', title: t('Meta alcanzada', 'Goal met') },
  { id: 'closed-done-term', title: t('Plazo concluido', 'Term ended') },
  { id: 'closed-done-declined', title: t('La familia no quiso continuar', 'The family declined') },
  { id: 'closed-done-adult', title: t('Cumplió 18 años', 'Turned 18') },
  { id: 'closed-done-left', title: t('Salió de la zona', 'Left the area') },
  { id: 'closed-done-court', title: t('Decisión judicial', 'Court decision') },
  { id: 'absconded', title: t('Cierre por ausencia', 'Closed as absent') },
  { id: 'deceased', title: t('Fallecimiento', 'Death') },
];
