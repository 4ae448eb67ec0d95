import { z } from 'zod';
import { readCursor, writeCursor } from '../../../api/edge/cursor.js';
import { say } from '../../../api/language.js';
import { caseKeyOf, runPrefixOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { namedIn } from '../../../api/views/words.js';
import { type DonePosition, type DoneStep, findDone } from '../../../db/queries/find-done.js';
import { getDefinition } from '../../../door/commit-act.js';
import { Button } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { ErrorSummary, type Fault } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { Pagination } from '../../components/pagination.js';
import { Table } from '../../components/table.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { taskAt } from '../task.js';
import { PAGE } from './asked.js';
import { ListTabs } from './list-tabs.js';
import { WORDS } from './words.js';

const position: z.ZodType<DonePosition> = z.object({
  doneAt: z.number().min(0).max(8_640_000_000_000_000),
  run: z.string().max(40),
  step: z.string().max(80),
  opening: z.int().min(1).max(1_000_000),
  role: z.string().max(80),
});

/** What the institution answered, newest first; closed tasks are never red, in words or colour. */
export async function donePage(visit: Visit): Promise<Shown> {
  const { context, access, language, query } = visit;
  const words = WORDS[language];
  const typed = (query.get('clave') ?? '').slice(0, 60);
  const runPrefix = runPrefixOf(typed);
  const faults: Fault[] =
    typed !== '' && runPrefix === undefined ? [{ text: words.searchFault, field: 'clave' }] : [];
  const cursor = /^[\w-]{1,600}$/.test(query.get('desde') ?? '') ? query.get('desde')! : undefined;
  const after = readCursor(cursor, position);
  const found = await findDone(context.door.db, {
    institution: access.institution,
    rehearsals: query.get('ensayos') === 'si',
    limit: PAGE + 1,
    ...(typed === '' ? {} : { runPrefix: runPrefix ?? '-' }),
    ...(after ? { after } : {}),
  });
  const page = found.slice(0, PAGE);
  const rows = [];
  for (const row of page) rows.push(await cellsOf(row, visit));
  const columns = [words.task, words.case, words.outcome, words.when].map((title) => ({ title }));
  const content = (
    <>
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.title}</h1>
      <ListTabs language={language} />
      <Details summary={words.filter} open={typed !== ''}>
        <form method="get" action="/tareas/hechas" noValidate>
          <Field
            id="clave"
            label={words.search}
            hint={words.searchHint}
            value={typed}
            error={faults[0]?.text}
            width={20}
            spellCheck={false}
            autoComplete="off"
          />
          <Button kind="secondary">{words.filter}</Button>
        </form>
      </Details>
      {rows.length === 0 ? (
        <p class="govuk-body">{typed === '' ? words.empty.done : words.empty.found}</p>
      ) : (
        <Table caption={words.done} captionSize="m" columns={columns} rows={rows} />
      )}
      <Pagination
        previous={cursor === undefined ? undefined : addressOf(typed)}
        next={found.length > PAGE ? addressOf(typed, page.at(-1)) : undefined}
      />
    </>
  );
  return { title: words.done, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

async function cellsOf(row: DoneStep, { context, language, session }: Visit) {
  const words = WORDS[language];
  const definition = await getDefinition(context.door, row);
  const step = definition.steps.find(({ id }) => id === row.step)!;
  const key = caseKeyOf(row.run);
  const timing =
    row.status === 'signed'
      ? words.signed
      : row.dueAt !== null && row.doneAt > row.dueAt
        ? words.late
        : words.inTime;
  return [
    <>
      <a class="govuk-link" href={taskAt(row)}>
        {say(step.title, language)}
        <span class="govuk-visually-hidden">{`, ${key}`}</span>
      </a>
      <span class="rt-under">{say(definition.title, language)}</span>
    </>,
    <span class="rt-key">{key}</span>,
    namedIn(step.outcomes, row.outcome, language).title,
    <>
      {momentOf(row.doneAt, session.timeZone, language)}
      <span class="rt-under">{timing}</span>
    </>,
  ];
}

function addressOf(typed: string, last?: DoneStep): string {
  const query = new URLSearchParams();
  if (typed !== '') query.set('clave', typed);
  if (last) {
    const { doneAt, run, step, opening, role } = last;
    query.set('desde', writeCursor({ doneAt, run, step, opening, role }));
  }
  return `/tareas/hechas?${query.toString()}`;
}
