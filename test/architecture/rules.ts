/** What the files of a folder may import. `type:` before an entry allows it where it is gone after compilation. */
export interface Rule {
  /** Beginning of the paths the rule is for; of several the longest decides. */
  readonly of: string;
  /** Beginnings of paths in the project. */
  readonly project: readonly string[];
  /** Exceptions from `project`. */
  readonly never?: readonly string[];
  /** Packages; `any` for all but those in `neverPackages`. */
  readonly packages: readonly string[] | 'any';
  readonly neverPackages?: readonly string[];
  /** Modules of Node itself. */
  readonly node: boolean;
}

const PURE = { packages: [], node: false } as const;
const FOLLOWED = ['protocols/messages', 'protocols/ports', 'protocols/workflow-types'] as const;
const HTTP = ['fastify', '@fastify/*', 'fastify-type-provider-zod', 'zod', 'yaml'] as const;

/** The import rules; CONTRIBUTING.md has them as a table with the reasons. */
export const RULES: readonly Rule[] = [
  { of: 'protocols/language/', project: ['protocols/language/'], ...PURE },
  { of: 'protocols/rules/', project: ['protocols/rules/', 'protocols/language/'], ...PURE },
  {
    of: 'protocols/core/',
    project: ['protocols/core/', 'protocols/rules/', 'protocols/language/', 'protocols/refusals'],
    ...PURE,
  },
  {
    of: 'protocols/refusals',
    project: [
      'protocols/language/',
      'protocols/refusals-of-definitions',
      'protocols/refusals-of-origin',
    ],
    ...PURE,
  },
  ...FOLLOWED.map((of) => ({
    of,
    project: [...FOLLOWED, 'type:protocols/core/', 'type:protocols/language/'],
    ...PURE,
  })),
  {
    of: 'protocols/compare/',
    project: ['protocols/compare/', 'protocols/language/'],
    ...PURE,
  },
  {
    of: 'protocols/shared/',
    project: ['protocols/shared/', 'protocols/language/'],
    ...PURE,
  },
  { of: 'protocols/checker/', project: ['protocols/'], ...PURE },
  { of: 'protocols/simulator/', project: ['protocols/'], ...PURE },
  {
    of: 'protocols/coverage/',
    project: ['protocols/coverage/', 'protocols/language/', 'protocols/registry'],
    ...PURE,
  },
  {
    of: 'protocols/',
    project: ['protocols/'],
    never: ['protocols/core/', 'protocols/checker/', 'protocols/simulator/', 'protocols/coverage/'],
    ...PURE,
  },
  {
    of: 'workflows/',
    project: ['workflows/', ...FOLLOWED],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    node: false,
  },
  {
    of: 'activities/',
    project: ['activities/', 'protocols/', 'db/queries/', 'type:db/', 'door/', 'platform/'],
    packages: [
      '@temporalio/activity',
      '@temporalio/common',
      'type:@temporalio/client',
      'type:nodemailer',
    ],
    node: true,
  },
  {
    of: 'db/',
    project: ['db/', 'type:protocols/'],
    packages: ['drizzle-orm', 'postgres'],
    node: true,
  },
  {
    of: 'door/',
    project: ['door/', 'db/', 'protocols/', 'platform/'],
    packages: ['@temporalio/client', '@temporalio/common', 'type:postgres'],
    node: true,
  },
  {
    of: 'api/',
    // It reads checkpoints people paste; it signs nothing.
    project: [
      'api/',
      'protocols/',
      'db/queries/',
      'type:db/',
      'door/',
      'platform/',
      'record/note/',
    ],
    packages: HTTP,
    node: true,
  },
  {
    of: 'api/gateway/',
    project: ['api/', 'protocols/', 'db/queries/', 'type:db/', 'door/', 'platform/'],
    packages: [...HTTP, '@temporalio/client'],
    node: true,
  },
  {
    of: 'accounts/',
    project: ['accounts/', 'db/queries/', 'type:db/', 'platform/'],
    packages: ['@node-rs/argon2', 'otpauth', '@simplewebauthn/server', 'openid-client'],
    node: true,
  },
  {
    of: 'web/',
    project: [
      'web/',
      'accounts/',
      'api/',
      'protocols/',
      'db/queries/',
      'type:db/',
      'door/',
      'platform/',
    ],
    never: ['api/routes/'],
    packages: [
      ...HTTP,
      'preact',
      'preact-render-to-string',
      'uqr',
      'bpmn-moddle',
      'bpmn-auto-layout',
      '@tus/server',
    ],
    node: true,
  },
  {
    of: 'web/scripts/',
    project: ['web/scripts/', 'api/views/due-words'],
    packages: ['govuk-frontend', '@simplewebauthn/browser', 'tus-js-client'],
    node: false,
  },
  {
    of: 'worker/',
    project: ['worker/', 'activities/', 'protocols/', 'db/', 'door/', 'platform/'],
    never: ['protocols/core/', 'db/queries/'],
    packages: ['@temporalio/worker', '@temporalio/client', '@temporalio/common', 'esbuild'],
    node: true,
  },
  // What is checked offline must not need the database.
  { of: 'record/', project: ['record/', 'protocols/', 'platform/'], packages: [], node: true },
  {
    of: 'record/log/',
    project: ['record/', 'protocols/', 'db/', 'door/', 'platform/'],
    packages: ['type:postgres'],
    node: true,
  },
  {
    of: 'rehearsal/',
    project: ['rehearsal/', 'protocols/', 'db/queries/', 'type:db/', 'door/', 'platform/'],
    packages: ['type:@temporalio/client'],
    node: true,
  },
  {
    of: 'cli/',
    project: [''],
    never: ['workflows/', 'test/', 'bench/'],
    packages: 'any',
    neverPackages: ['@temporalio/workflow', '@temporalio/activity', 'drizzle-orm'],
    node: true,
  },
  {
    of: 'platform/',
    project: ['platform/'],
    packages: 'any',
    neverPackages: ['@temporalio/workflow', '@temporalio/activity', 'drizzle-orm'],
    node: true,
  },
  { of: 'scripts/', project: [''], packages: 'any', node: true },
];
