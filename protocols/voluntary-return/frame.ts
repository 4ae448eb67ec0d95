import type { Definition } from '../language/definition.js';
import * as usual from '../shared/frame.js';
import { option, t } from '../shared/texts.js';
import { consents } from './consents.js';
import { facts } from './facts.js';
import type { VoluntaryNames } from './names.js';
import { roles } from './roles.js';

/** Codes a run may branch on; none of them says who the person is. */
const attributes: Definition<VoluntaryNames>['attributes'] = [
  {
    ...usual.entry(
      'request',
      option('request', 'Solicitud de la persona', 'Request of the person'),
      option('information-counselling', 'Viene de otro proceso', 'Comes from another procedure'),
      option('self-return-registration', 'Volvió por sus propios medios', 'Came home on their own'),
    ),
    title: t('Cómo comienza el proceso', 'How the run begins'),
  },
  usual.REPRESENTATION,
  {
    id: 'withChildren',
    title: t('El proceso incluye niñas o niños', 'The run concerns children'),
    type: 'boolean',
  },
  usual.flag(
    'escorted',
    'Viaja con acompañamiento profesional',
    'Travels with a professional escort',
  ),
  usual.CONTACT_AGREED,
  ...usual.NEEDS,
  usual.MUNICIPALITY_AGREED,
];

const stages: Definition<VoluntaryNames>['stages'] = [
  { id: 'intake', title: t('Solicitud y registro', 'Request and registration') },
  { id: 'choice', title: t('Información y decisión libre', 'Information and free decision') },
  { id: 'staying', title: t('Permanencia y desistimiento', 'Staying and withdrawal') },
  ...usual.stages('preparation'),
  { id: 'travel', title: t('Viaje y llegada', 'Journey and arrival') },
  { id: 'reception', title: t('Primer contacto', 'First contact') },
  ...usual.stages('reintegration', 'holds'),
];

const endings: Definition<VoluntaryNames>['endings'] = [
  ...usual.endings('closed-stay'),
  {
    id: 'closed-withdrawn',
    title: t('La persona se desistió, sin consecuencia', 'Withdrew, without any consequence'),
  },
  {
    id: 'closed-not-possible',
    title: t('El retorno no fue posible; puede pedirlo de nuevo', 'Not possible; may ask again'),
  },
  ...usual.endings(
    'closed-declined',
    'closed-done-goal',
    'closed-done-term',
    'closed-done-withdrew',
    'closed-done-left',
    'closed-done-means',
    'absconded',
    'deceased',
  ),
];

/** Who takes part, what a run may branch on, and the parts and ends of the protocol. */
export const frame = usual.around({
  roles,
  attributes,
  facts,
  stages,
  endings,
  consents,
  minorWhen: 'who-travels:accompanied-child' as const,
});
