import type { Deadline } from '../protocols/language/deadline.js';
import type { Definition } from '../protocols/language/definition.js';
import type { Step } from '../protocols/language/step.js';
import type { Text } from '../protocols/language/text.js';

const both = (text: string): Text => ({ es: text, en: text });

const within72Hours: Deadline = {
  length: 72,
  unit: 'hours',
  silence: 'L1',
  source: { mark: 'proposal', ref: 'benchmark workload' },
};

function task(id: string, by: string, when: Step['when'], outcomes = ['done']): Step {
  return {
    id,
    kind: 'task',
    stage: 'case',
    title: both(id),
    by,
    when,
    deadline:
      id === 'intake'
        ? { ...within72Hours, from: { before: 'intake-due' }, length: 0, unit: 'minutes' }
        : within72Hours,
    form: [
      { id: 'officer', type: 'text', category: 'D8', label: both('officer'), required: true },
      { id: 'decided-at', type: 'text', category: 'D8', label: both('decided at') },
      { id: 'reference', type: 'text', category: 'D8', label: both('reference') },
      { id: 'checks', type: 'text', category: 'D8', label: both('checks') },
      { id: 'notes', type: 'long-text', category: 'D8', label: both('notes') },
    ],
    outcomes: outcomes.map((outcome) => ({
      id: outcome,
      title: both(outcome),
      ...(outcome === 'rejected' ? { ends: 'rejected' } : {}),
      ...(id === 'departure' ? { ends: 'completed' } : {}),
    })),
  };
}

const ROLES = [
  'reception',
  'consulate',
  'social-services',
  'police',
  'guardianship-panel',
  'health',
  'counselling',
  'border-police',
];

/** The reference workload R10 of the peers' benchmark as a protocol: ten tasks, one fork and join, one decision. */
export const r10: Definition = {
  language: 1,
  id: 'bench-r10',
  version: 1,
  regime: 'no-return',
  title: both('R10'),
  purpose: both('Benchmark workload'),
  population: both('nobody'),
  legalBasis: [],
  roles: ROLES.map((id) => ({ id, kind: id, side: 'either', title: both(id) })),
  lead: 'reception',
  attributes: [],
  facts: [],
  dates: [{ id: 'intake-due', title: both('intake due') }],
  stages: [{ id: 'case', title: both('case') }],
  steps: [
    task('intake', 'reception', 'start'),
    task('consular-identity', 'consulate', 'intake:done'),
    task('family-tracing', 'social-services', 'intake:done'),
    task('risk-screening', 'police', 'intake:done'),
    task(
      'best-interests',
      'guardianship-panel',
      { all: ['consular-identity:done', 'family-tracing:done', 'risk-screening:done'] },
      ['approved', 'rejected'],
    ),
    task('travel-documents', 'consulate', 'best-interests:approved'),
    task('health-check', 'health', 'travel-documents:done'),
    task('counselling', 'counselling', 'health-check:done'),
    task('reintegration-plan', 'social-services', 'counselling:done'),
    task('departure', 'border-police', 'reintegration-plan:done'),
  ],
  events: [],
  endings: [
    { id: 'completed', title: both('completed') },
    { id: 'rejected', title: both('rejected') },
  ],
};

/** Opens in this order; the three after intake are open together. */
export const PARALLEL = ['consular-identity', 'family-tracing', 'risk-screening'];
export const SEQUENCE = [
  'travel-documents',
  'health-check',
  'counselling',
  'reintegration-plan',
  'departure',
];
export const INSTITUTIONS = ROLES.map((kind) => ({
  id: `bench-${kind}`,
  kind,
  nameEs: kind,
  nameEn: kind,
  country: 'MX',
  timeZone: 'America/Mexico_City',
}));
export const BINDINGS = Object.fromEntries(ROLES.map((kind) => [kind, `bench-${kind}`]));
