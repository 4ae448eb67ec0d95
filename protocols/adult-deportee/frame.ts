import type { Definition } from '../language/definition.js';
import * as usual from '../shared/frame.js';
import { option, t } from '../shared/texts.js';
import { AGE_BANDS, ROUTES } from './codes.js';
import { consents } from './consents.js';
import { facts } from './facts.js';
import type { AdultDeporteeNames } from './names.js';
import { roles } from './roles.js';

/** Codes a run may branch on; none of them says who the person is. */
const attributes: Definition<AdultDeporteeNames>['attributes'] = [
  {
    ...usual.entry(
      'apprehension-record',
      option('apprehension-record', 'Con la puesta a disposición', 'With the record of disposal'),
      option('inform-rights', 'Viene de otro proceso', 'Comes from another procedure'),
    ),
    title: t('Dónde empieza', 'Where it begins'),
  },
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
  usual.REPRESENTATION,
  { id: 'route', title: t('Vía', 'Route'), type: 'code', options: ROUTES },
  { id: 'ageBand', title: t('Grupo de edad', 'Age band'), type: 'code', options: AGE_BANDS },
  { id: 'familyGroup', title: t('Está con su familia', 'Family present'), type: 'boolean' },
  ...usual.NEEDS,
  usual.CONTACT_AGREED,
  usual.MUNICIPALITY_AGREED,
];

const stages: Definition<AdultDeporteeNames>['stages'] = [
  { id: 'intake', title: t('Ingreso', 'Intake') },
  { id: 'assessment', title: t('Evaluación', 'Assessment') },
  { id: 'decision', title: t('Resolución y recursos', 'Decision and remedies') },
  ...usual.stages('preparation', 'transfer', 'handover', 'reception', 'reintegration', 'holds'),
];

const endings: Definition<AdultDeporteeNames>['endings'] = [
  { id: 'released', title: t('En libertad', 'Released') },
  ...usual.endings(
    'closed-stay',
    'closed-declined',
    'closed-done-goal',
    'closed-done-term',
    'closed-done-withdrew',
    'closed-done-left',
  ),
  { id: 'closed-done-criteria', title: t('Ya no cumple los criterios', 'Criteria no longer met') },
  ...usual.endings('closed-done-means', 'absconded', 'deceased'),
];

/** Who takes part, what a run may branch on, and the parts and ends of the protocol. */
export const frame = usual.around({ roles, attributes, facts, stages, endings, consents });
