import type { Language } from '../../../api/language.js';
import { HOLDINGS, type InboxHolding } from '../../../db/queries/find-inbox.js';
import { Tabs } from '../../components/tabs.js';
import { type Asked, inboxAt } from './asked.js';
import { WORDS } from './words.js';

/** The lists of the inbox, with how many tasks each has; `asked` is absent on the page of what is done. */
export function ListTabs(props: {
  readonly asked?: Asked;
  readonly held?: Readonly<Record<InboxHolding, number>>;
  readonly language: Language;
}) {
  const { asked, held, language } = props;
  const words = WORDS[language];
  const from: Asked = asked ?? { holding: 'all', key: '', rehearsals: false };
  const tabs = HOLDINGS.map((holding) => ({
    href: inboxAt(from, { holding, group: undefined }),
    text: words[holding],
    count: held?.[holding],
    current: asked?.holding === holding,
  }));
  return (
    <Tabs
      name={words.tabs}
      tabs={[...tabs, { href: '/tareas/hechas', text: words.done, current: asked === undefined }]}
    />
  );
}
