import { HANDOVER_ACT } from '../shared/journey.js';
import { choice, law, option, t } from '../shared/texts.js';
import {
  ask,
  due,
  EVERYTHING,
  must,
  ON_THE_WAY,
  outcome,
  REASONS,
  record,
  share,
  toOperativeBody,
  type VoluntaryStep,
} from './pieces.js';

const OVER = ['intake', 'choice', 'staying', 'preparation', 'travel', 'holds'] as const;

/** Steps 18 and 19: help on the way, the handover of who is escorted, and the arrival. */
export const arrival: readonly VoluntaryStep[] = [
  {
    id: 'transit-assistance',
    kind: 'task',
    stage: 'travel',
    title: t('Asistencia en tránsito', 'Transit assistance'),
    instructions: t(
      'Ayude en cada conexión y anote lo que pase. Si la persona cambia de opinión, el viaje se detiene.',
      'Help at each connection and keep a log. If the person changes their mind, the journey stops.',
    ),
    by: 'IOM',
    when: { all: ['inTransit', { any: ['departure:left', 'transit-help:resumed'] }] },
    requires: ['inTransit', 'noMedicalHold', ...ON_THE_WAY],
    deadline: due(24, 'hours', 'L1', choice('No regional journey takes longer')),
    form: [must('log', 'long-text', 'D10', t('Bitácora por conexión', 'Log per connection'))],
    outcomes: [
      outcome('arrived', t('Llegó a su país', 'Arrived')),
      outcome('interrupted', t('El viaje se interrumpió', 'The journey was interrupted'), {
        despiteMissing: true,
      }),
    ],
    basis: [choice('Practice of assisted return programmes')],
  },
  {
    id: 'transit-help',
    kind: 'task',
    stage: 'travel',
    title: t('Ayuda y nuevo plan de viaje', 'Help and a new travel plan'),
    instructions: t(
      'Dé alojamiento, atención y un nuevo plan; si no se puede seguir, la persona vuelve.',
      'Give lodging, care and a new plan; if the journey cannot go on, the person goes back.',
    ),
    by: 'IOM',
    when: { all: ['inTransit', 'transit-assistance:interrupted'] },
    requires: ['inTransit'],
    deadline: due(24, 'hours', 'L1', choice('A person on the way cannot wait longer')),
    form: [
      ask('new-plan', 'long-text', 'D10', t('Nuevo plan', 'New plan'), { required: ['resumed'] }),
    ],
    outcomes: [
      outcome('resumed', t('El viaje sigue', 'The journey goes on')),
      outcome('cannot-continue', t('No se puede seguir', 'Cannot go on')),
    ],
  },
  {
    ...HANDOVER_ACT,
    id: 'handover-act',
    stage: 'travel',
    title: t('Acta de entrega-recepción', 'Handover act'),
    instructions: t(
      'Para quien viaja acompañado o necesita atención al llegar. Firman quien acompaña y las autoridades de ambos países; nadie queda entregado por silencio.',
      'For who travels escorted or needs care on arrival. The escort and the authorities of both countries sign; nobody is handed over by silence.',
    ),
    by: ['IOM', 'MIG-S', 'REC'],
    when: {
      all: [
        'inTransit',
        'transit-assistance:arrived',
        { any: [{ attribute: 'escorted', is: true }, 'arrival-reception:handover-needed'] },
      ],
    },
    requires: ['inTransit', ...ON_THE_WAY],
    clearsAtOpening: ['handedOver'],
    form: [
      ask('handover-place', 'text', 'D10', t('Lugar y hora', 'Place and time'), {
        required: ['accepted'],
      }),
      ask('state-at-handover', 'text', 'D5a', t('Estado de la persona', 'State of the person'), {
        required: ['accepted'],
      }),
      ask('belongings', 'text', 'D10', t('Pertenencias y papeles', 'Belongings and papers')),
      { ...REASONS, required: ['refused'] },
    ],
    outcomes: [
      outcome('accepted', t('Recibida', 'Received'), { sets: ['handedOver'] }),
      outcome('refused', t('No recibida: vuelve', 'Refused: goes back'), {
        seat: 'refused',
        alone: true,
        despiteMissing: true,
        clears: EVERYTHING,
      }),
    ],
    basis: [law('MX LM art. 124'), law('GCM objective 21(g)')],
  },
  {
    id: 'arrival-reception',
    kind: 'document',
    stage: 'travel',
    title: t('Recepción y constancia', 'Arrival and certificate'),
    instructions: t(
      'Reciba a la persona y entregue la constancia. Ella decide si quiere ser contactada después. Mientras algo esté pendiente puede atenderla, no cerrar la llegada.',
      'Receive the person and hand over the certificate. They decide whether to be contacted later. While something is pending you may help them, not close the arrival.',
    ),
    by: 'REC',
    when: {
      all: [
        'inTransit',
        'transit-assistance:arrived',
        { any: [{ attribute: 'escorted', is: false }, 'handedOver'] },
      ],
    },
    requires: ['inTransit', ...ON_THE_WAY],
    deadline: due(12, 'hours', 'L1', choice('The same day')),
    form: [
      ask('certificate-code', 'text', 'D1', t('Código de la constancia', 'Certificate code'), {
        required: ['received'],
      }),
      ask('contact-agreed', 'boolean', 'D2', t('Acepta ser contactada', 'Agrees to be contacted'), {
        required: ['received'],
        assigns: 'contactAgreed',
      }),
      ask(
        'tell-municipality',
        'boolean',
        'D2',
        t('¿Acepta que se avise a la municipalidad?', 'May the municipality be told?'),
        { required: ['received'], assigns: 'municipalityAgreed' },
      ),
      ask('arrival-help', 'codes', 'D12', t('Apoyo al llegar', 'Help on arrival'), {
        options: [
          option('food', 'Alimento', 'Food'),
          option('medical', 'Atención médica', 'Medical care'),
          option('lodging', 'Albergue', 'Lodging'),
          option('transport', 'Transporte', 'Transport'),
          option('none-wanted', 'No quiso', 'None wanted'),
        ],
      }),
      ...record('received'),
    ],
    consent: [
      { purpose: 'contact', gives: ['received'] },
      { purpose: 'municipality', gives: ['received'] },
    ],
    shares: [toOperativeBody('received')],
    outcomes: [
      outcome('received', t('Llegada registrada', 'Arrival recorded'), {
        seat: 'arrived',
        clears: ['inTransit'],
        sets: ['returned'],
        withdraws: OVER,
      }),
      outcome('handover-needed', t('Necesita entrega con acta', 'Needs a handover act')),
      outcome('helped', t('Atendida; falta aclarar algo', 'Helped; something is pending'), {
        keepsOpen: true,
        despiteMissing: true,
      }),
      outcome('entry-refused', t('No se le permite entrar', 'Entry refused'), {
        seat: 'refused',
        despiteMissing: true,
        clears: EVERYTHING,
      }),
    ],
    basis: [choice('Practice of reception centres in the region')],
  },
];

/** Step S: somebody who came home on their own, also months ago. */
export const selfReturn: readonly VoluntaryStep[] = [
  {
    id: 'self-return-registration',
    kind: 'task',
    stage: 'reception',
    title: t('Registro de retorno por medios propios', 'Self-return registration'),
    instructions: t(
      'Registre lo que la persona quiera contar. No se pide ninguna prueba de su situación y nadie más se entera sin su consentimiento.',
      'Record what the person wants to tell. No proof of status is asked and nobody else is told without consent.',
    ),
    by: 'REC',
    when: {
      all: ['start', { attribute: 'entry', is: 'self-return-registration' }, { not: 'returned' }],
    },
    deadline: due(5, 'working-days', 'L0', choice('At any time, also months after the return')),
    form: [
      ask('self-name', 'text', 'D1', t('Nombre, si quiere darlo', 'Name, if they wish')),
      ask('self-route', 'text', 'D10', t('Ruta y fecha del retorno', 'Route and date of return')),
      ask('self-needs', 'long-text', 'D12', t('Necesidades', 'Needs')),
      ask('self-skills', 'long-text', 'D11', t('Trabajo y habilidades', 'Work and skills')),
      ask('self-contact', 'boolean', 'D2', t('Acepta ser contactada', 'Agrees to be contacted'), {
        required: ['registered', 'registered-with-children'],
        assigns: 'contactAgreed',
      }),
      ask('phone', 'text', 'D2', t('Contacto, si quiere dejarlo', 'Contact, if they wish')),
      ask('statistics', 'text', 'D13', t('Datos para estadística', 'Data for statistics')),
      ...record('registered', 'registered-with-children'),
    ],
    consent: [{ purpose: 'contact', gives: ['registered', 'registered-with-children'] }],
    shares: [
      share(
        'statistics',
        'RECTOR',
        ['D13'],
        t('Estadística sin identidad', 'Statistics without identity'),
        choice('Registration of returns by own means'),
        { on: ['registered', 'registered-with-children'] },
      ),
      toOperativeBody('registered', 'registered-with-children'),
      share(
        'child',
        'CPA-R',
        ['D1'],
        t('Niña o niño sin acompañante', 'Unaccompanied child'),
        law('MX LM art. 20 XI'),
        { on: ['unaccompanied-child'] },
      ),
    ],
    outcomes: [
      outcome('registered', t('Registrada', 'Registered'), {
        clears: ['inSendingState', 'inTransit'],
        sets: ['returned'],
        assigns: { withChildren: false },
      }),
      outcome('registered-with-children', t('Registrada con niñas o niños', 'With children'), {
        clears: ['inSendingState', 'inTransit'],
        sets: ['returned'],
        assigns: { withChildren: true },
      }),
      outcome('unaccompanied-child', t('Niña o niño no acompañado', 'Unaccompanied child'), {
        clears: EVERYTHING,
        continues: { protocol: 'unaccompanied-minor', entry: 'reception-screening' },
      }),
    ],
    basis: [law('Workshop measure on returns by own means')],
  },
];
