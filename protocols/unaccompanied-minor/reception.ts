import { choice, law, t } from '../shared/texts.js';
import { EVERYTHING, FOUND_AT_RECEPTION, IN_ORIGIN } from './needs.js';
import { ask, due, type MinorStep, must, NEED_CODES, outcome, share } from './pieces.js';

const ARRIVED = {
  any: ['handover-reception-act:signed', { all: ['start', FOUND_AT_RECEPTION] }],
} as const;
const ARRIVED_HERE = { clears: ['inSendingState', 'inTransit'] } as const;

/** Steps 38 to 41: assistance, custody, screening and a verified carer. */
export const reception: readonly MinorStep[] = [
  {
    id: 'reception-immediate-assistance',
    kind: 'task',
    stage: 'reception',
    title: t('Atención inmediata', 'Immediate assistance'),
    instructions: t(
      'Comida, higiene, salud, primeros auxilios psicológicos y una llamada a la familia, aparte de personas adultas.',
      'Food, hygiene, health, psychosocial first aid and a call to the family, apart from adults.',
    ),
    by: ['REC', 'HEA-R'],
    when: { all: ['living', ARRIVED] },
    deadline: due(24, 'hours', 'L1', choice('The same day')),
    form: [
      must('assistance-given', 'text', 'D5a', t('Atención dada', 'Assistance given')),
      ask('assistance-needs', 'codes', 'D7', t('Necesidades', 'Needs'), NEED_CODES),
    ],
    shares: [
      share(
        'protection',
        'CPA-R',
        ['D5a', 'D7'],
        t('Seguir la atención', 'Follow up the care'),
        law('HN CAMR and SV DGME practice'),
      ),
    ],
    outcomes: [outcome('done', t('Dada', 'Given'))],
    basis: [law('HN CAMR and SV DGME practice')],
  },
  {
    id: 'reception-notify-child-protection',
    kind: 'notice',
    stage: 'reception',
    title: t('Notificación y traslado de custodia en origen', 'Custody in origin'),
    instructions: t(
      'El órgano que recibe puede depender de la hora.',
      'Which body receives may depend on the hour.',
    ),
    by: 'MIG-R',
    when: {
      all: [
        IN_ORIGIN,
        { any: ['reception-immediate-assistance:done', ARRIVED] },
        { not: 'custodyInOrigin' },
      ],
    },
    deadline: due(2, 'hours', 'L1', choice('Two hours as a ceiling; MX LM art. 20 XI: immediate'), {
      tellsMonitor: true,
    }),
    form: [
      must('received-identity', 'text', 'D1', t('Identidad', 'Identity')),
      ask('received-family', 'text', 'D4', t('Familia', 'Family')),
      ask('received-needs', 'codes', 'D7', t('Códigos de necesidad', 'Need codes'), NEED_CODES),
      must('custody-receipt', 'text', 'D8', t('Acuse', 'Receipt')),
    ],
    shares: [
      share(
        'protection',
        'CPA-R',
        ['D1', 'D4', 'D7'],
        t('Asumir el cuidado', 'Take charge'),
        law('MX LM art. 20 XI'),
      ),
    ],
    outcomes: [outcome('received', t('Recibida', 'Received'), { sets: ['custodyInOrigin'] })],
    basis: [law('MX LM art. 20 XI'), law('GT, HN and SV protocols')],
  },
  {
    id: 'reception-screening',
    kind: 'assessment',
    stage: 'reception',
    title: t('Detección en recepción', 'Reception screening'),
    instructions: t(
      'A solas. Mientras no haya respuesta, la niña o el niño queda en un albergue de protección.',
      'In private. Until there is an answer the child stays in a protective shelter.',
    ),
    by: 'CPA-R',
    // Naming no fact this step itself sets: it would open again on its own answer.
    when: {
      all: ['living', { any: ['custodyInOrigin', FOUND_AT_RECEPTION] }, { not: 'receptionSafe' }],
    },
    safeguard: true,
    deadline: due(24, 'hours', 'L3', choice('A day'), { lapse: 'sheltered-meanwhile' }),
    form: [
      must(
        'reception-signs',
        'long-text',
        'D6',
        t('Violencia, amenazas e indicios', 'Violence, threats and signs'),
      ),
    ],
    shares: [
      share(
        'unit',
        'ATU-R',
        ['D1', 'D6'],
        t('Seguir bajo manejo protegido', 'Go on under protected handling'),
        law('Reception protocols of the region'),
        { on: ['protected-handling'] },
      ),
    ],
    outcomes: [
      outcome('safe', t('A salvo', 'Safe'), {
        ...ARRIVED_HERE,
        sets: ['received', 'receptionSafe'],
      }),
      outcome('threat', t('Violencia o amenaza', 'Violence or threat'), {
        ...ARRIVED_HERE,
        sets: ['received'],
      }),
      outcome('protected-handling', t('Manejo protegido', 'Protected handling'), {
        clears: EVERYTHING,
        continues: { protocol: 'trafficking-victim', entry: 'r-protected-reception' },
      }),
      outcome('sheltered-meanwhile', t('En albergue mientras tanto', 'Sheltered meanwhile'), {
        keepsOpen: true,
      }),
    ],
    basis: [law('Reception protocols of the region')],
  },
  {
    id: 'protection-in-origin',
    kind: 'approval',
    stage: 'reception',
    title: t('Orden de protección', 'Protection order'),
    by: 'CPA-R',
    when: { all: [IN_ORIGIN, 'reception-screening:threat', { not: 'receptionSafe' }] },
    requires: ['received'],
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('A day')),
    form: [must('protection-order', 'text', 'D8', t('Orden y lugar', 'Order and place'))],
    outcomes: [
      outcome('protected', t('A salvo, en cuidado alternativo', 'Safe, in alternative care'), {
        clears: ['placementSettled'],
        sets: ['receptionSafe'],
      }),
      outcome('seeking', t('Se busca un lugar', 'A place is being sought'), { keepsOpen: true }),
    ],
  },
  {
    id: 'family-reunification',
    kind: 'approval',
    stage: 'reception',
    title: t('Reintegro familiar', 'Reunification'),
    instructions: t(
      'Solo a quien fue verificado. Compruebe la identidad y firme el acta; nadie más se lleva a la niña o el niño.',
      'Only to a verified carer. Check the identity and sign the act; nobody else takes the child.',
    ),
    by: 'CPA-R',
    when: {
      all: [
        IN_ORIGIN,
        'receptionSafe',
        'custodyInOrigin',
        { not: 'placementSettled' },
        { any: ['receptionSafe', 'family-reassessment:suitable'] },
      ],
    },
    requires: ['received', 'receptionSafe', 'custodyInOrigin', 'noRemedyPending'],
    effects: ['hands-over'],
    safeguard: true,
    deadline: due(72, 'hours', 'L2', choice('Three days')),
    form: [
      ask('carer-id', 'text', 'D4', t('Identificación de quien cuida', "Carer's identification"), {
        required: ['handed-to-carer'],
      }),
      ask('reunification-act', 'text', 'D8', t('Acta', 'Act'), { required: ['handed-to-carer'] }),
      ask('home-address', 'text', 'D2', t('Domicilio', 'Address'), {
        required: ['handed-to-carer'],
      }),
    ],
    shares: [
      share(
        'sender',
        'CPA-S',
        ['D8'],
        t('Solo el resultado', 'The result only'),
        law('GCM objective 21(g)'),
      ),
    ],
    outcomes: [
      outcome('handed-to-carer', t('Con quien fue verificado', 'With the verified carer'), {
        sets: ['placementSettled'],
      }),
      outcome('carer-absent', t('Quien cuida no llegó', 'The carer did not come'), {
        despiteMissing: true,
      }),
      outcome('carer-unsafe', t('No es seguro', 'Unsafe'), { despiteMissing: true }),
    ],
    basis: [law('GCM objective 21(g)'), law('PGN and DINAF practice')],
  },
  {
    id: 'family-reassessment',
    kind: 'assessment',
    stage: 'reception',
    title: t('Nuevo estudio familiar', 'Family assessed again'),
    by: 'CPA-R',
    when: {
      all: [
        IN_ORIGIN,
        { not: 'placementSettled' },
        { any: ['family-reunification:carer-absent', 'family-reunification:carer-unsafe'] },
      ],
    },
    requires: ['received'],
    limit: 3,
    safeguard: true,
    deadline: due(
      15,
      'working-days',
      'L2',
      choice('As the first study; the child is in care meanwhile'),
    ),
    form: [
      must('reassessment', 'long-text', 'D4', t('Visita y comprobaciones', 'Visit and checks')),
    ],
    outcomes: [
      outcome('suitable', t('Idónea', 'Suitable')),
      outcome('unsuitable', t('No idónea', 'Unsuitable')),
    ],
  },
  {
    id: 'care-placement',
    kind: 'approval',
    stage: 'reception',
    title: t('Cuidado alternativo', 'Alternative care'),
    by: 'CPA-R',
    when: {
      all: [
        IN_ORIGIN,
        { not: 'placementSettled' },
        { any: ['family-reassessment:unsuitable', 'exhausted:family-reassessment'] },
      ],
    },
    requires: ['received'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks; the child is in shelter meanwhile')),
    form: [
      must(
        'care-licence',
        'text',
        'D4',
        t('Centro o familia y licencia', 'Centre or family and licence'),
      ),
    ],
    outcomes: [
      outcome('placed', t('En cuidado con licencia', 'In licensed care'), {
        sets: ['placementSettled'],
      }),
    ],
  },
];
