import type { Definition } from '../../protocols/language/definition.js';
import type { Text } from '../../protocols/language/text.js';

const both = (text: string): Text => ({ es: text, en: text });
const source = { mark: 'proposal', ref: 'invented for fault tests' } as const;

/**
 * Six steps at four institutions with a fork, a share and a deadline that falls due within seconds: small enough for
 * hundreds of runs, with every kind of effect.
 */
export const relayRace: Definition = {
  language: 1,
  id: 'relay-race',
  version: 1,
  regime: 'no-return',
  title: both('Relay race'),
  purpose: both('Fault tests'),
  population: both('nobody'),
  legalBasis: [],
  roles: ['lead', 'left', 'right', 'goal'].map((id) => ({
    id,
    kind: id.toUpperCase(),
    side: 'either' as const,
    title: both(id),
  })),
  lead: 'lead',
  monitor: 'goal',
  attributes: [],
  facts: [],
  dates: [{ id: 'whistle', title: both('whistle') }],
  stages: [{ id: 'race', title: both('race') }],
  steps: [
    {
      id: 'ready',
      kind: 'task',
      stage: 'race',
      title: both('ready'),
      by: 'lead',
      when: 'start',
      form: [{ id: 'name', type: 'text', category: 'D1', label: both('name') }],
      deadline: { length: 0, unit: 'minutes', from: { before: 'whistle' }, silence: 'L1', source },
      outcomes: [{ id: 'go', title: both('go') }],
      shares: [
        { id: 'list', to: 'goal', categories: ['D1'], purpose: both('list'), ground: source },
      ],
    },
    {
      id: 'run-left',
      kind: 'task',
      stage: 'race',
      title: both('left'),
      by: 'left',
      when: 'ready:go',
      outcomes: [{ id: 'done', title: both('done') }],
    },
    {
      id: 'run-right',
      kind: 'task',
      stage: 'race',
      title: both('right'),
      by: 'right',
      when: 'ready:go',
      outcomes: [{ id: 'done', title: both('done') }],
    },
    {
      id: 'photo',
      kind: 'approval',
      stage: 'race',
      title: both('photo'),
      by: ['left', 'right'],
      when: { all: ['run-left:done', 'run-right:done'] },
      outcomes: [{ id: 'agreed', title: both('agreed') }],
    },
    {
      id: 'prize',
      kind: 'task',
      stage: 'race',
      title: both('prize'),
      by: 'goal',
      when: 'photo:agreed',
      outcomes: [{ id: 'given', title: both('given'), ends: 'over' }],
    },
  ],
  events: [],
  endings: [{ id: 'over', title: both('over') }],
};
