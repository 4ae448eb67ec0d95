import type { Language } from '../../../api/language.js';
import { INBOX_GROUPS, type InboxGroup } from '../../../db/queries/find-inbox.js';
import { type Asked, inboxAt } from './asked.js';
import { WORDS } from './words.js';

/** How many tasks there are by deadline; each count opens its list. */
export function Groups(props: {
  readonly asked: Asked;
  readonly counts: Readonly<Partial<Record<InboxGroup, number>>>;
  readonly language: Language;
}) {
  const { asked, counts, language } = props;
  const words = WORDS[language];
  const some = INBOX_GROUPS.filter((group) => (counts[group] ?? 0) > 0);
  if (some.length === 0) return null;
  return (
    <nav aria-label={words.byDue} class="rt-counts">
      <ul class="rt-counts__list">
        {some.map((group) => (
          <li class={`rt-counts__item rt-counts__item--${group}`}>
            <a
              class="govuk-link"
              href={inboxAt(asked, { group })}
              aria-current={asked.group === group ? 'page' : undefined}
            >
              {`${words.groups[group]} (${counts[group]})`}
            </a>
          </li>
        ))}
        {asked.group && (
          <li class="rt-counts__item">
            <a class="govuk-link" href={inboxAt(asked, { group: undefined })}>
              {words.showAll}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
