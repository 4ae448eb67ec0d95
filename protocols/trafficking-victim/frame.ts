import type { Attribute } from '../language/attribute.js';
import type { Definition } from '../language/definition.js';
import type { TraffickingVictimNames } from './names.js';
import { option, t } from './pieces.js';

type Need = Extract<TraffickingVictimNames['attribute'], `need${string}`>;

const need = (id: Need, es: string, en: string): Attribute<TraffickingVictimNames> => ({
  id,
  title: t(es, en),
  type: 'boolean',
  initially: false,
});

/** Codes a run may branch on; none of them says who the person is. */
export const attributes: Definition<TraffickingVictimNames>['attributes'] = [
  {
    id: 'entry',
    title: t('Dónde empieza', 'Where it begins'),
    type: 'code',
    atStart: true,
    initially: 'indicator-detected',
    options: [
      option('indicator-detected', 'En el país remitente', 'In the sending country'),
      option(
        'r-protected-reception',
        'En la recepción en origen',
        'At reception in the country of origin',
      ),
    ],
  },
  {
    id: 'isMinor',
    title: t('Es o puede ser menor de 18 años', 'Is or may be under 18'),
    type: 'boolean',
  },
  need('needHealth', 'Necesita apoyo en salud', 'Needs health support'),
  need('needEducation', 'Necesita apoyo en educación', 'Needs education support'),
  need('needWork', 'Necesita apoyo para trabajar', 'Needs work support'),
  need('needSocial', 'Necesita vivienda o apoyo social', 'Needs housing or social support'),
  need('needSpecialised', 'Necesita el mecanismo de las mujeres', "Needs the women's institute"),
  need('needLegal', 'Necesita asesoría legal', 'Needs legal advice'),
];

export const dates: Definition<TraffickingVictimNames>['dates'] = [
  { id: 'departure', title: t('Salida prevista', 'Planned departure') },
];

export const stages: Definition<TraffickingVictimNames>['stages'] = [
  { id: 'identification', title: t('Primeras medidas', 'First measures') },
  { id: 'protection', title: t('Protección y recuperación', 'Protection and recovery') },
  { id: 'decision', title: t('Evaluación y decisión', 'Assessment and decision') },
  { id: 'best-interests', title: t('Interés superior de la niñez', "Child's best interests") },
  { id: 'preparation', title: t('Preparación', 'Preparation') },
  { id: 'transfer', title: t('Traslado', 'Transfer') },
  { id: 'handover', title: t('Entrega', 'Handover') },
  { id: 'reception', title: t('Recepción', 'Reception') },
  { id: 'reintegration', title: t('Reintegración', 'Reintegration') },
  { id: 'holds', title: t('Suspensiones y derivaciones', 'Holds and referrals') },
];

export const endings: Definition<TraffickingVictimNames>['endings'] = [
  {
    id: 'closed-stay',
    title: t('Permanece o va a otro país con permiso', 'Stays, or goes elsewhere with a permit'),
  },
  { id: 'closed-no-grounds', title: t('Sin motivos para continuar', 'No grounds to go on') },
  {
    id: 'closed-declined',
    title: t('Declina el apoyo, con puerta abierta', 'Declined support, open door'),
  },
  { id: 'closed-done-goal', title: t('Meta alcanzada', 'Goal met') },
  { id: 'closed-done-term', title: t('Plazo concluido', 'Term ended') },
  { id: 'closed-done-withdrew', title: t('La persona se retiró', 'The person withdrew') },
  { id: 'closed-done-left', title: t('Salió de la zona', 'Left the area') },
  { id: 'closed-done-means', title: t('Fin de fondos o de seguridad', 'Funds or security ended') },
  {
    id: 'closed-lost-contact',
    title: t('Sin contacto tras la búsqueda', 'No contact after the search'),
  },
  { id: 'absconded', title: t('Cierre por ausencia', 'Closed as absent') },
  { id: 'deceased', title: t('Fallecimiento', 'Death') },
];
