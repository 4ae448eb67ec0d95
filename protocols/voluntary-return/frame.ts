import type { Definition } from '../language/definition.js';
import {
  DEPARTURE,
  ending,
  entry,
  flag,
  MUNICIPALITY_AGREED,
  NEED_EDUCATION,
  NEED_HEALTH,
  NEED_SOCIAL,
  NEED_WORK,
  stage,
} from '../shared/frame.js';
import { option, t } from '../shared/texts.js';
import { facts } from './facts.js';
import type { VoluntaryNames } from './names.js';
import { roles } from './roles.js';

/** Codes a run may branch on; none of them says who the person is. */
const attributes: Definition<VoluntaryNames>['attributes'] = [
  {
    ...entry(
      'request',
      option('request', 'Solicitud de la persona', 'Request of the person'),
      option('information-counselling', 'Viene de otro proceso', 'Comes from another procedure'),
      option('self-return-registration', 'Volvió por sus propios medios', 'Came home on their own'),
    ),
    title: t('Cómo comienza el proceso', 'How the run begins'),
  },
  {
    id: 'withChildren',
    title: t('El proceso incluye niñas o niños', 'The run concerns children'),
    type: 'boolean',
  },
  flag('escorted', 'Viaja con acompañamiento profesional', 'Travels with a professional escort'),
  flag('contactAgreed', 'Acepta ser contactada tras llegar', 'Agrees to contact after arrival'),
  NEED_HEALTH,
  NEED_EDUCATION,
  NEED_WORK,
  NEED_SOCIAL,
  MUNICIPALITY_AGREED,
];

const stages: Definition<VoluntaryNames>['stages'] = [
  { id: 'intake', title: t('Solicitud y registro', 'Request and registration') },
  { id: 'choice', title: t('Información y decisión libre', 'Information and free decision') },
  { id: 'staying', title: t('Permanencia y desistimiento', 'Staying and withdrawal') },
  stage('preparation'),
  { id: 'travel', title: t('Viaje y llegada', 'Journey and arrival') },
  { id: 'reception', title: t('Primer contacto', 'First contact') },
  stage('reintegration'),
  stage('holds'),
];

const endings: Definition<VoluntaryNames>['endings'] = [
  ending('closed-stay'),
  {
    id: 'closed-withdrawn',
    title: t('La persona se desistió, sin consecuencia', 'Withdrew, without any consequence'),
  },
  {
    id: 'closed-not-possible',
    title: t('El retorno no fue posible; puede pedirlo de nuevo', 'Not possible; may ask again'),
  },
  ending('closed-declined'),
  ending('closed-done-goal'),
  ending('closed-done-term'),
  ending('closed-done-withdrew'),
  ending('closed-done-left'),
  ending('closed-done-means'),
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
} as const satisfies Partial<Definition<VoluntaryNames>>;
