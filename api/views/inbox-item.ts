import type { InboxItem, InboxLimits } from '../../db/queries/find-inbox.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Access } from '../auth/access.js';
import { mayShow } from '../auth/fields.js';
import { levelOfRole } from '../auth/relations.js';
import { type Language, say } from '../language.js';
import type { InboxItemView } from '../schemas/inbox.js';
import { dueView } from './due-view.js';
import { iso } from './run-view.js';
import { SUSPENDED_ONLY } from './step-detail.js';
import { missingFact, namedIn } from './words.js';

/** One line of an inbox. */
export function inboxItemView(
  item: InboxItem,
  definition: Definition,
  access: Access,
  language: Language,
  limits: InboxLimits,
): InboxItemView {
  const { openedAt, paused, dueAt, group } = item;
  const running = { openedAt, paused, ...(dueAt === null ? {} : { dueAt }) };
  const suspended = item.status === 'suspended';
  return {
    run: item.run,
    protocol: { id: item.protocol, title: say(definition.title, language) },
    rehearsal: item.rehearsal,
    step: item.step,
    opening: item.opening,
    role: namedIn(definition.roles, item.role, language),
    title: namedIn(definition.steps, item.step, language).title,
    openedAt: iso(openedAt),
    due: dueView(running, limits.now, access, language, { group }),
    suspended,
    ...(suspended ? { why: whyOf(item, definition, access, language) } : {}),
  };
}

function whyOf(
  { role, missing }: InboxItem,
  definition: Definition,
  access: Access,
  language: Language,
) {
  const declared = definition.roles.find((candidate) => candidate.id === role);
  const level = declared ? levelOfRole(declared) : 'reserved';
  if (!mayShow({ access, level }, 'step.why', true)) return [SUSPENDED_ONLY[language]];
  return (missing ?? []).map((id) => missingFact(definition, id, language));
}
