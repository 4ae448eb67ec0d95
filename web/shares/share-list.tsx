import { pageOfShares } from '../../api/runs/share-list.js';
import type { ShareView } from '../../api/schemas/shares.js';
import { caseKeyOf } from '../../api/views/case-key.js';
import { categoryWords } from '../../api/views/category-words.js';
import { momentOf } from '../../api/views/due-view.js';
import { Pagination } from '../components/pagination.js';
import { Table } from '../components/table.js';
import { Tabs } from '../components/tabs.js';
import type { Shown, Visit } from '../frame/visit.js';
import { WORDS } from './words.js';

const PAGE = 25;
const STATES = { todos: 'all', pendientes: 'released', acusados: 'acknowledged' } as const;

/** What was sent to the institution, newest first; the data itself is opened one by one. */
export async function shareList(visit: Visit): Promise<Shown> {
  const { context, language, query } = visit;
  const words = WORDS[language];
  const list = Object.keys(STATES).find((one) => one === query.get('ver')) ?? 'todos';
  const state = STATES[list as keyof typeof STATES];
  const given = query.get('desde') ?? '';
  const cursor = /^[\w-]{1,600}$/.test(given) ? given : undefined;
  const { items, next } = await pageOfShares(context, visit, { state, limit: PAGE, cursor });
  const at = (of: string, more = '') => `/compartidos?ver=${of}${more}`;
  const titles = { todos: words.all, pendientes: words.waiting, acusados: words.done };
  const columns = [words.step, words.case, words.categories, words.sent, words.receipt];
  const content = (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <Tabs
        name={words.lists}
        tabs={Object.entries(titles).map(([name, text]) => ({
          href: at(name),
          text,
          current: name === list,
        }))}
      />
      {items.length === 0 ? (
        <p class="govuk-body">{words.empty[state]}</p>
      ) : (
        <Table
          caption={titles[list as keyof typeof titles]}
          captionSize="m"
          columns={columns.map((title) => ({ title }))}
          rows={items.map((share) => cellsOf(share, visit))}
        />
      )}
      <Pagination
        previous={cursor === undefined ? undefined : at(list)}
        next={next === undefined ? undefined : at(list, `&desde=${next}`)}
      />
    </>
  );
  return { title: words.title, content };
}

function cellsOf(share: ShareView, { language, session }: Visit) {
  const key = caseKeyOf(share.run);
  return [
    <>
      <a class="govuk-link" href={`/compartidos/${share.run}/${share.share}`}>
        {share.step.title}
        <span class="govuk-visually-hidden">{`, ${key}`}</span>
      </a>
      <span class="rt-under">{share.protocol.title}</span>
    </>,
    <span class="rt-key">{key}</span>,
    categoryWords(share.categories, language),
    momentOf(Date.parse(share.releasedAt), session.timeZone, language),
    receiptWords(share, language, session.timeZone),
  ];
}

/** Whether and by when the receipt is to be acknowledged, or when it was. */
export function receiptWords(
  { state, acknowledgedAt, acknowledgeBy }: ShareView,
  language: 'es' | 'en',
  timeZone: string,
): string {
  const words = WORDS[language];
  const moment = (at: string) => momentOf(Date.parse(at), timeZone, language);
  if (state === 'acknowledged') {
    return acknowledgedAt === undefined ? words.done : words.acknowledgedAt(moment(acknowledgedAt));
  }
  return acknowledgeBy === undefined ? words.none : words.by(moment(acknowledgeBy));
}
