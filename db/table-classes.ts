/**
 * Every table by what it holds. `personal`: what was written about a person, encrypted, and the keys to it; row security
 * stands before each (`migrations/…_row-security.sql`). `codes`: what happened in runs, in ids, codes and times. `staff`: the
 * people who sign in and how they prove it. `operation`: protocols, institutions, packs. A test fails for a table that is in
 * none, and for one that stands among `GUARDED` without row security.
 */
export const TABLE_CLASSES = {
  personal: [
    'answers',
    'drafts',
    'evidence',
    'evidence_chunks',
    'unfinished_uploads',
    'unfinished_pieces',
    'step_requests',
    'act_reasons',
    'releases',
    'person_keys',
  ],
  codes: [
    'runs',
    'run_parties',
    'history',
    'steps',
    'step_holders',
    'step_holder_log',
    'notices',
    'outbox',
    'family_members',
    'operations',
    'manifest_entries',
    'manifest_versions',
    'share_openings',
    'answer_openings',
    'case_openings',
    'bundled_notices',
    'calendar_entries',
    'data_measures',
    'key_destructions',
    'webhook_deliveries',
    'webhook_attempts',
    'log_changes',
    'log_checkpoints',
    'log_leaves',
    'log_state',
    'log_tiles',
    'witness_deliveries',
  ],
  staff: [
    'users',
    'memberships',
    'passwords',
    'totp_secrets',
    'passkeys',
    'identities',
    'sessions',
    'pending_sign_ins',
    'one_time_links',
    'recoveries',
    'attempts',
    'absences',
    'shifts',
    'mail_preferences',
    'mails',
    'access_tokens',
  ],
  operation: [
    'definitions',
    'definition_acts',
    'variants',
    'packs',
    'register',
    'institutions',
    'institution_names',
    'identity_providers',
    'pseudonym_keys',
    'webhook_hosts',
    'webhook_endpoints',
    'witnesses',
  ],
} as const;

/** Tables whose changes the log keeps, with whoever made them: triggers enter them into `log_changes`, or the rows themselves say who. */
export const LOGGED: readonly string[] = [
  'users',
  'memberships',
  'access_tokens',
  'identity_providers',
  'institutions',
  'institution_names',
  'definitions',
  'packs',
  'variants',
  'witnesses',
];

/** Tables whose rows PostgreSQL shows only to whom its policies let see them. */
export const GUARDED: readonly string[] = [
  ...TABLE_CLASSES.personal,
  'share_openings',
  'answer_openings',
];
