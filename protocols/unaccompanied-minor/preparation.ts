import {
  DOCUMENT_RELAY,
  REPRESENTED,
  TRAVEL_DOCUMENT,
  UNREPRESENTED,
  VALID_UNTIL,
} from '../shared/papers.js';
import { choice, comparator, law, span, t } from '../shared/texts.js';
import { PREPARATION_NEEDS, READY } from './needs.js';
import { ask, due, type MinorStep, must, outcome, REASONS, share } from './pieces.js';

const DOCUMENT_WANTED = [...READY, 'identityConfirmed', { not: 'travelDocValid' }] as const;
const THREE_MONTHS = span(90, 'calendar-days');
const ETD = comparator('Three working days and three months in a readmission agreement of 2014');

/** Steps 26 to 28: siblings, the plan and the document. */
export const preparation: readonly MinorStep[] = [
  {
    id: 'siblings-together',
    kind: 'approval',
    stage: 'preparation',
    title: t('Hermanas, hermanos y familia juntos', 'Siblings and family together'),
    instructions: t(
      'Espere a las determinaciones y decisiones de todas y todos. Solo una determinación puede separarles. Se pregunta de nuevo si alguien se detiene o se aparta.',
      'Wait for the determinations and decisions of all of them. Only a determination may split them. You are asked again when somebody stops or leaves.',
    ),
    by: 'CPA-S',
    when: {
      all: [
        ...READY,
        'familyDecided',
        {
          any: [
            { attribute: 'siblings', is: true },
            // Told to every run that is linked with a relative's.
            'event:family-undecided',
            'event:family-member-diverged',
            'event:family-member-rejoined',
          ],
        },
      ],
    },
    requires: [...PREPARATION_NEEDS, 'familyDecided'],
    clearsAtOpening: ['siblingsSettled'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('As long as one determination')),
    form: [
      REASONS,
      ask(
        'sibling-links',
        'text',
        'D4',
        t('Procesos de hermanas y hermanos', 'Runs of the siblings'),
      ),
    ],
    outcomes: [
      outcome('together', t('Viajan juntas y juntos', 'They travel together'), {
        sets: ['siblingsSettled'],
      }),
      outcome(
        'split-by-determination',
        t('Una determinación les separa', 'A determination splits them'),
        { sets: ['siblingsSettled'] },
      ),
      outcome('not-yet', t('Aún falta alguien', 'Somebody is still missing'), { keepsOpen: true }),
    ],
    basis: [law('MX LGDNNA art. 95')],
  },
  {
    id: 'prepare-return',
    kind: 'wait',
    stage: 'preparation',
    title: t('Preparación del retorno', 'Preparation block'),
    instructions: t(
      'Plan, documento, recepción, acompañante, salud e itinerario avanzan a la vez. Ciérrela cuando estén.',
      'Plan, document, reception, escort, health and itinerary go on side by side. Close it when they are there.',
    ),
    by: 'CPA-S',
    when: { all: READY },
    requires: PREPARATION_NEEDS,
    deadline: due(20, 'working-days', 'L1', choice('A month for the whole block')),
    outcomes: [outcome('complete', t('Completa', 'Complete'))],
    basis: [law('GCM objective 21(g)')],
  },
  {
    id: 'individual-return-plan',
    kind: 'approval',
    stage: 'preparation',
    title: t('Plan individual de retorno y reintegración', 'Individual plan'),
    by: ['CPA-R', 'CPA-S'],
    when: { all: [...READY, { not: 'individualPlanAgreed' }] },
    requires: PREPARATION_NEEDS,
    deadline: due(10, 'working-days', 'L1', choice('Two weeks')),
    form: [
      must('plan-school', 'text', 'D12', t('Escuela', 'School')),
      must(
        'plan-health',
        'text',
        'D5a',
        t('Salud y apoyo psicosocial', 'Health and psychosocial support'),
      ),
      must('plan-care', 'text', 'D4', t('Quién cuida', 'Who cares for the child')),
      must('plan-contacts', 'text', 'D2', t('Contactos', 'Contacts')),
      must(
        'plan-heard',
        'boolean',
        'D6',
        t('Con la niña o el niño y su tutora o tutor', 'With the child and the guardian'),
        { yesFor: ['agreed'] },
      ),
    ],
    shares: [
      share(
        'reception',
        'REC',
        ['D7'],
        t('Preparar la atención', 'Prepare care'),
        law('A/79/213 paras. 49-51'),
        { on: ['agreed'] },
      ),
      share(
        'school',
        'EDU',
        ['D12'],
        t('Preparar la escuela', 'Prepare school'),
        law('A/79/213 paras. 49-51'),
        { on: ['agreed'], only: ['plan-school'] },
      ),
      share(
        'health',
        'HEA-R',
        ['D5a'],
        t('Preparar la atención', 'Prepare care'),
        law('A/79/213 paras. 49-51'),
        { on: ['agreed'] },
      ),
    ],
    outcomes: [
      outcome('agreed', t('Acordado', 'Agreed'), { sets: ['individualPlanAgreed'] }),
      outcome('to-be-changed', t('Hay que cambiarlo', 'To be changed'), { keepsOpen: true }),
    ],
    basis: [law('A/79/213 paras. 49-51')],
  },
  {
    ...TRAVEL_DOCUMENT,
    title: t('Documento de viaje', 'Travel document'),
    instructions: t('Sin marcas sobre el caso.', 'Without any mark about the case.'),
    when: { all: [...DOCUMENT_WANTED, REPRESENTED] },
    requires: PREPARATION_NEEDS,
    deadline: due(5, 'working-days', 'L1', ETD),
    form: [
      ask('document-number', 'text', 'D1', t('Número del documento', 'Document number'), {
        required: ['issued'],
      }),
      VALID_UNTIL,
      ask('no-case-marker', 'boolean', 'D1', t('Sin marcas', 'Without marks'), {
        required: ['issued'],
        yesFor: ['issued'],
      }),
    ],
    shares: [
      share(
        'migration',
        'MIG-S',
        ['D1'],
        t('Viajar con el documento', 'Travel with the document'),
        law('GCM objective 21(c)'),
        { on: ['issued'] },
      ),
    ],
    outcomes: [
      outcome('issued', t('Expedido', 'Issued'), {
        sets: [{ fact: 'travelDocValid', validFor: THREE_MONTHS }],
      }),
      outcome('no-representation', t('No hay consulado', 'No representation')),
      outcome('refused', t('Negado', 'Refused'), {
        despiteMissing: true,
        clears: ['identityConfirmed'],
      }),
    ],
    basis: [law('GCM objective 21(c)')],
  },
  {
    ...DOCUMENT_RELAY,
    title: t('Documento por la cancillería', 'Document through the foreign ministry'),
    when: {
      any: [
        { all: [...READY, 'travel-document:no-representation', { not: 'travelDocValid' }] },
        { all: [...DOCUMENT_WANTED, UNREPRESENTED] },
      ],
    },
    requires: PREPARATION_NEEDS,
    deadline: due(10, 'working-days', 'L1', choice('Twice the time of a consulate')),
    form: [
      ask('document-number', 'text', 'D1', t('Número del documento', 'Document number'), {
        required: ['issued'],
      }),
      VALID_UNTIL,
      must('register-entry', 'text', 'D1', t('Asiento en el registro', 'Entry in the register')),
    ],
    shares: [
      share(
        'migration',
        'MIG-S',
        ['D1'],
        t('Viajar con el documento', 'Travel with the document'),
        law('GCM objective 21(c)'),
        { on: ['issued'] },
      ),
    ],
    outcomes: [
      outcome('issued', t('Expedido', 'Issued'), {
        sets: [{ fact: 'travelDocValid', validFor: THREE_MONTHS }],
      }),
      outcome('refused', t('Negado', 'Refused'), {
        despiteMissing: true,
        clears: ['identityConfirmed'],
      }),
    ],
  },
];
