import type { AccessRole } from '../../db/queries/access-tokens.js';

/**
 * How an institution stands to what is asked for: `any` needs nothing; `bound` fills a role of the run it wants to
 * start; `party` fills a role of the run; `lead` fills its leading role; `starter` started it; `rehearsal` started
 * this rehearsal; `responsible` must sign the step; `recipient` is sent the share or the notice.
 */
export type Relation =
  | 'any'
  | 'bound'
  | 'party'
  | 'lead'
  | 'starter'
  | 'rehearsal'
  | 'responsible'
  | 'recipient';

type Grants = Readonly<Partial<Record<AccessRole, readonly Relation[]>>>;

const EVERYBODY: Grants = {
  officer: ['any'],
  supervisor: ['any'],
  'case-lead': ['any'],
  monitor: ['any'],
  admin: ['any'],
};
const STAFF: Grants = { officer: ['any'], supervisor: ['any'], 'case-lead': ['any'] };
const RESPONSIBLE: Grants = {
  officer: ['responsible'],
  supervisor: ['responsible'],
  'case-lead': ['responsible'],
};
const RECIPIENT: Grants = {
  officer: ['recipient'],
  supervisor: ['recipient'],
  'case-lead': ['recipient'],
};
const READERS: Grants = {
  officer: ['party'],
  supervisor: ['party'],
  'case-lead': ['party', 'starter'],
  monitor: ['any'],
  admin: ['rehearsal'],
};

/** The one table of who may do what. A role that is not named may not. */
export const POLICY = {
  'run.start': { 'case-lead': ['bound'] },
  'run.rehearse': { 'case-lead': ['bound'], admin: ['any'] },
  'run.list': READERS,
  'run.read': READERS,
  'run.history': READERS,
  'run.reads': { 'case-lead': ['lead', 'starter'] },
  'evidence.ask': { monitor: ['any'], 'case-lead': ['lead', 'starter'] },
  'evidence.read': { monitor: ['any'], 'case-lead': ['lead', 'starter'] },
  'consent.list': READERS,
  'case.board': { 'case-lead': ['any'] },
  'case.read': { 'case-lead': ['party', 'starter'], admin: ['rehearsal'] },
  'case.evidence': { 'case-lead': ['lead', 'starter'] },
  'case.disclosures': { 'case-lead': ['lead', 'starter'] },
  'step.nudge': { 'case-lead': ['lead', 'starter'] },
  'monitoring.read': { monitor: ['any'] },
  'operation.list': READERS,
  'operation.read': READERS,
  'inbox.list': STAFF,
  'step.read': RESPONSIBLE,
  'step.draft': RESPONSIBLE,
  'step.complete': RESPONSIBLE,
  'step.hold': RESPONSIBLE,
  'step.free': { supervisor: ['responsible'] },
  'step.ask': RESPONSIBLE,
  'request.reply': { 'case-lead': ['lead', 'starter'] },
  'run.work': {
    officer: ['party'],
    supervisor: ['party'],
    'case-lead': ['party', 'starter'],
  },
  'event.report': { officer: ['party'], supervisor: ['party'], 'case-lead': ['party'] },
  'document.search': { 'case-lead': ['any'] },
  'origin.stop': {
    officer: ['party'],
    supervisor: ['party'],
    'case-lead': ['party', 'starter'],
  },
  'origin.decide': { supervisor: ['party'], 'case-lead': ['party'] },
  'share.list': STAFF,
  'share.read': RECIPIENT,
  'share.acknowledge': RECIPIENT,
  'notice.read': RECIPIENT,
  'role.reassign': { 'case-lead': ['lead', 'starter'] },
  'family.link': { 'case-lead': ['lead', 'starter'], admin: ['rehearsal'] },
  'data.list': { supervisor: ['lead', 'starter'], 'case-lead': ['lead', 'starter'] },
  'data.ask': { supervisor: ['lead', 'starter'], 'case-lead': ['lead', 'starter'] },
  'data.decide': { supervisor: ['lead', 'starter'] },
  'protocol.read': EVERYBODY,
  'definition.read': { admin: ['any'], monitor: ['any'] },
  'definition.draft': { admin: ['any'] },
  'definition.review': { admin: ['any'] },
  'definition.publish': { admin: ['any'] },
  'definition.retire': { admin: ['any'] },
  'institution.list': EVERYBODY,
  'pack.read': EVERYBODY,
  'register.read': EVERYBODY,
  'register.write': { admin: ['any'] },
  'institution.rename': { admin: ['any'] },
  'institution.state': { admin: ['any'] },
  'me.read': EVERYBODY,
  'me.change': EVERYBODY,
  'people.manage': { supervisor: ['any'], admin: ['any'] },
  'mail.manage': { supervisor: ['any'], admin: ['any'] },
  'series.read': { supervisor: ['any'], monitor: ['any'], admin: ['any'] },
  'series.review': { supervisor: ['any'], admin: ['any'] },
  'webhook.read': { supervisor: ['any'], admin: ['any'] },
  'webhook.change': { supervisor: ['any'], admin: ['any'] },
  'webhook.approve': { supervisor: ['any'], admin: ['any'] },
} as const satisfies Record<string, Grants>;

export type Action = keyof typeof POLICY;

/** Whether a role with these relations may do this. Pure; every route asks here and nowhere else. */
export function may(role: AccessRole, action: Action, relations: ReadonlySet<Relation>): boolean {
  return relationsOf(role, action).some((needed) => needed === 'any' || relations.has(needed));
}

/** The relations any one of which lets the role do this; empty when it never may. */
export function relationsOf(role: AccessRole, action: Action): readonly Relation[] {
  const grants: Grants = POLICY[action];
  return grants[role] ?? [];
}
