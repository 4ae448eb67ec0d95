import type { Definition } from '../language/definition.js';
import * as usual from '../shared/frame.js';
import { option, t } from '../shared/texts.js';
import { facts } from './facts.js';
import type { MinorNames } from './names.js';
import { roles } from './roles.js';

/** Codes a run may branch on; none of them says who the child is. */
const attributes: Definition<MinorNames>['attributes'] = [
  {
    ...usual.entry(
      'register-child',
      option('register-child', 'Con el registro', 'With registration'),
      option('presume-minority', 'Con la duda sobre la edad', 'With the doubt about age'),
      option(
        'reception-screening',
        'En la recepción en origen',
        'At reception in the country of origin',
      ),
    ),
    title: t('Dónde empieza', 'Where it begins'),
  },
  usual.REPRESENTATION,
  usual.flag('siblings', 'Viaja con hermanas o hermanos', 'Travels with siblings'),
  ...usual.NEEDS_OF_ALL,
  usual.flag('needSocial', 'Necesita apoyo social', 'Needs social support'),
  usual.flag('needPapers', 'Necesita documentos de identidad', 'Needs identity papers'),
];

const stages: Definition<MinorNames>['stages'] = [
  { id: 'detection', title: t('Detección y protección', 'Detection and protection') },
  { id: 'screening', title: t('Evaluación inicial', 'Initial assessment') },
  { id: 'identity', title: t('Identidad y entrevistas', 'Identity and interviews') },
  { id: 'family', title: t('Familia y origen', 'Family and origin') },
  ...usual.stages('best-interests'),
  { id: 'decision', title: t('Notificación y recurso', 'Notification and remedy') },
  { id: 'stay', title: t('Permanencia', 'Stay') },
  ...usual.stages('preparation', 'transfer', 'handover', 'reception', 'reintegration'),
  { id: 'holds', title: t('Suspensiones', 'Holds') },
];

const endings: Definition<MinorNames>['endings'] = [
  { id: 'closed-stay', title: t('Permanece o va a otro país', 'Stays, or goes elsewhere') },
  ...usual.endings('closed-done-goal', 'closed-done-term'),
  { id: 'closed-done-declined', title: t('La familia no quiso continuar', 'The family declined') },
  { id: 'closed-done-adult', title: t('Cumplió 18 años', 'Turned 18') },
  ...usual.endings('closed-done-left'),
  { id: 'closed-done-court', title: t('Decisión judicial', 'Court decision') },
  ...usual.endings('absconded', 'deceased'),
];

/** Who takes part, what a run may branch on, and the parts and ends of the protocol. */
export const frame = usual.around({ roles, attributes, facts, stages, endings });
