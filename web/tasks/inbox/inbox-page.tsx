import { readCursor } from '../../../api/edge/cursor.js';
import { say } from '../../../api/language.js';
import { inboxItemViews, inboxPosition, pageOf } from '../../../api/runs/inbox.js';
import { limitsAt } from '../../../api/views/due-state.js';
import { momentOf } from '../../../api/views/due-view.js';
import { findInbox, INBOX_GROUPS, type InboxPage } from '../../../db/queries/find-inbox.js';
import { listStoodInFor } from '../../../db/queries/reach.js';
import { localDate } from '../../../protocols/rules/zone.js';
import { Banner } from '../../components/banner.js';
import { ErrorSummary, type Fault, faultOf } from '../../components/error-summary.js';
import { Pagination } from '../../components/pagination.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { undeliveredWarning } from '../../people/undelivered.js';
import { type Asked, inboxAt, isNarrowed, PAGE, readAsked } from './asked.js';
import { CHOICE, Choosing } from './choosing.js';
import { Groups } from './groups.js';
import type { Line } from './line.js';
import { ListTabs } from './list-tabs.js';
import { SearchForm } from './search-form.js';
import { TaskTable } from './task-table.js';
import { WORDS } from './words.js';

/** The tasks of an institution: overdue first, in groups, 25 a page; whatever narrows them is in the address. */
export async function inboxPage(visit: Visit, faults: readonly Fault[] = []): Promise<Shown> {
  const { language, query, session } = visit;
  const words = WORDS[language];
  const asked = readAsked(query);
  const { found, lines, next, now } = await read(visit, asked);
  const keyFault: Fault[] =
    asked.key !== '' && asked.runPrefix === undefined
      ? [{ text: words.searchFault, field: 'clave' }]
      : [];
  const all = [...faults, ...keyFault];
  const empty = isNarrowed(asked) ? words.empty.found : words.empty[asked.holding];
  const content = (
    <>
      <ErrorSummary faults={all} />
      <Done visit={visit} />
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-s rt-quiet">
        {words.refreshed(momentOf(now, session.timeZone, language))}{' '}
        <a class="govuk-link" href={visit.url}>
          {words.refresh}
        </a>
      </p>
      {await undeliveredWarning(visit)}
      <ListTabs asked={asked} held={found.held} language={language} />
      <SearchForm
        asked={asked}
        protocols={await protocolsOf(visit, found)}
        fault={keyFault[0]?.text}
        language={language}
      />
      <Groups asked={asked} counts={found.counts} language={language} />
      {lines.length === 0 ? (
        <p class="govuk-body">{empty}</p>
      ) : (
        <Choosing visit={visit} asked={asked} fault={faultOf(faults, CHOICE)}>
          {INBOX_GROUPS.map((group) => {
            const of = lines.filter(({ item }) => item.group === group);
            const n = found.counts[group] ?? 0;
            return of.length === 0 ? null : (
              <TaskTable caption={`${words.groups[group]} (${n})`} lines={of} visit={visit} />
            );
          })}
        </Choosing>
      )}
      <Pagination
        previous={asked.cursor === undefined ? undefined : inboxAt(asked)}
        next={next === undefined ? undefined : inboxAt(asked, { cursor: next })}
      />
    </>
  );
  return { title: words.title, content, ...(all.length > 0 ? { faulty: true } : {}) };
}

async function read(visit: Visit, asked: Asked) {
  const { context, access, session } = visit;
  const now = context.door.clock.now();
  const limits = limitsAt(now, access);
  const stoodInFor = await listStoodInFor(context.door.db, {
    userId: session.user.id,
    institution: access.institution,
    on: localDate(now, access.timeZone),
  });
  const after = readCursor(asked.cursor, inboxPosition);
  const impossible = asked.key !== '' && asked.runPrefix === undefined;
  const found = await findInbox(context.door.db, {
    institution: access.institution,
    limits,
    rehearsals: asked.rehearsals,
    holding: asked.holding,
    users: [session.user.id, ...stoodInFor],
    limit: PAGE + 1,
    ...(asked.group ? { group: asked.group } : {}),
    ...(asked.protocol ? { protocol: asked.protocol } : {}),
    // A key that is none finds nothing: no id begins so.
    ...(impossible ? { runPrefix: '-' } : {}),
    ...(asked.runPrefix === undefined ? {} : { runPrefix: asked.runPrefix }),
    ...(after ? { after } : {}),
  });
  const { page, next } = pageOf(found.items, PAGE);
  const views = await inboxItemViews(context, visit, page, limits);
  const lines = views.map((view, index): Line => {
    const item = page[index]!;
    return { view, item, standIn: item.holder !== null && stoodInFor.includes(item.holder.id) };
  });
  return { found, lines, next, now };
}

async function protocolsOf({ context, language }: Visit, { protocols }: InboxPage) {
  const named = [];
  for (const { protocol, version } of protocols) {
    const definition = await context.door.definitions.find(protocol, version);
    named.push({ id: protocol, title: definition ? say(definition.title, language) : protocol });
  }
  return named;
}

/** What a change to many did, item by item in numbers. */
function Done({ visit: { query, language } }: { visit: Visit }) {
  const words = WORDS[language];
  const count = (name: string) => {
    const given = query.get(name) ?? '';
    return /^\d{1,2}$/.test(given) ? Number(given) : undefined;
  };
  const taken = count('tomadas');
  const released = count('soltadas');
  const left = count('no') ?? 0;
  if (taken === undefined && released === undefined) return null;
  const first = taken === undefined ? words.released(released ?? 0) : words.taken(taken);
  return <Banner kind="success" text={left > 0 ? `${first} ${words.left(left)}` : first} />;
}
