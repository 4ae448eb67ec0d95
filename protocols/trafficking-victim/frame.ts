import type { Definition } from '../language/definition.js';
import {
  DEPARTURE,
  ending,
  entry,
  flag,
  NEED_EDUCATION,
  NEED_HEALTH,
  NEED_SOCIAL,
  NEED_WORK,
  stage,
} from '../shared/frame.js';
import { option, t } from '../shared/texts.js';
import { facts } from './facts.js';
import type { TraffickingVictimNames } from './names.js';
import { roles } from './roles.js';

/** Codes a run may branch on; none of them says who the person is. */
const attributes: Definition<TraffickingVictimNames>['attributes'] = [
  {
    ...entry(
      'indicator-detected',
      option('indicator-detected', 'En el país remitente', 'In the sending country'),
      option(
        'r-protected-reception',
        'En la recepción en origen',
        'At reception in the country of origin',
      ),
    ),
    title: t('Dónde empieza', 'Where it begins'),
  },
  {
    id: 'isMinor',
    title: t('Es o puede ser menor de 18 años', 'Is or may be under 18'),
    type: 'boolean',
  },
  NEED_HEALTH,
  NEED_EDUCATION,
  NEED_WORK,
  NEED_SOCIAL,
  flag('needSpecialised', 'Necesita el mecanismo de las mujeres', "Needs the women's institute"),
  flag('needLegal', 'Necesita asesoría legal', 'Needs legal advice'),
];

const stages: Definition<TraffickingVictimNames>['stages'] = [
  { id: 'identification', title: t('Primeras medidas', 'First measures') },
  { id: 'protection', title: t('Protección y recuperación', 'Protection and recovery') },
  { id: 'decision', title: t('Evaluación y decisión', 'Assessment and decision') },
  stage('best-interests'),
  stage('preparation'),
  stage('transfer'),
  stage('handover'),
  stage('reception'),
  stage('reintegration'),
  stage('holds'),
];

const endings: Definition<TraffickingVictimNames>['endings'] = [
  {
    id: 'closed-stay',
    title: t('Permanece o va a otro país con permiso', 'Stays, or goes elsewhere with a permit'),
  },
  { id: 'closed-no-grounds', title: t('Sin motivos para continuar', 'No grounds to go on') },
  {
    id: 'closed-declined',
    title: t('Declina el apoyo, con puerta abierta', 'Declined support, open door'),
  },
  ending('closed-done-goal'),
  ending('closed-done-term'),
  ending('closed-done-withdrew'),
  ending('closed-done-left'),
  ending('closed-done-means'),
  {
    id: 'closed-lost-contact',
    title: t('Sin contacto tras la búsqueda', 'No contact after the search'),
  },
  ending('absconded'),
  ending('deceased'),
];

/** Who takes part, what a run may branch on, and the parts and ends of the protocol. */
export const frame = {
  roles,
  lead: 'RECTOR',
  monitor: 'MON',
  attributes,
  facts,
  dates: [DEPARTURE],
  stages,
  endings,
} as const satisfies Partial<Definition<TraffickingVictimNames>>;
