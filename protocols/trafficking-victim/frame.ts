import type { Definition } from '../language/definition.js';
import * as usual from '../shared/frame.js';
import { option, t } from '../shared/texts.js';
import { consents } from './consents.js';
import { facts } from './facts.js';
import type { TraffickingVictimNames } from './names.js';
import { CHILD } from './needs.js';
import { roles } from './roles.js';

/** Where somebody lives after the return: the body that houses people learns only of those it houses. */
export const HOUSING = [
  option('shelter', 'Con código', 'Under a code'),
  option('own-home', 'Casa propia, por elección', 'Own home, by choice'),
] as const;

/** Codes a run may branch on; none of them says who the person is. */
const attributes: Definition<TraffickingVictimNames>['attributes'] = [
  {
    ...usual.entry(
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
  usual.REPRESENTATION,
  {
    id: 'isMinor',
    title: t('Es o puede ser menor de 18 años', 'Is or may be under 18'),
    type: 'boolean',
  },
  ...usual.NEEDS,
  usual.flag(
    'needSpecialised',
    'Necesita el mecanismo de las mujeres',
    "Needs the women's institute",
  ),
  usual.flag('needLegal', 'Necesita asesoría legal', 'Needs legal advice'),
  usual.flag(
    'referralAgreed',
    'Acepta que otros servicios le atiendan',
    'Agrees to be attended by other services',
  ),
  {
    id: 'housing',
    title: t('Alojamiento en origen', 'Housing in the country of origin'),
    type: 'code',
    options: HOUSING,
  },
  usual.flag('acceptsHousing', 'Acepta alojamiento aquí', 'Accepts housing here'),
  usual.flag('acceptsHealth', 'Acepta atención de salud aquí', 'Accepts health care here'),
  usual.flag('acceptsSupport', 'Acepta apoyo psicosocial aquí', 'Accepts psychosocial care here'),
];

const stages: Definition<TraffickingVictimNames>['stages'] = [
  { id: 'identification', title: t('Primeras medidas', 'First measures') },
  { id: 'protection', title: t('Protección y recuperación', 'Protection and recovery') },
  { id: 'decision', title: t('Evaluación y decisión', 'Assessment and decision') },
  ...usual.stages(
    'best-interests',
    'preparation',
    'transfer',
    'handover',
    'reception',
    'reintegration',
    'holds',
  ),
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
  ...usual.endings(
    'closed-done-goal',
    'closed-done-term',
    'closed-done-withdrew',
    'closed-done-left',
    'closed-done-means',
  ),
  {
    id: 'closed-lost-contact',
    title: t('Sin contacto tras la búsqueda', 'No contact after the search'),
  },
  ...usual.endings('absconded', 'deceased'),
];

/** Who takes part, what a run may branch on, and the parts and ends of the protocol. */
export const frame = usual.around({
  roles,
  attributes,
  facts,
  stages,
  endings,
  consents,
  minorWhen: CHILD,
});
