import { say } from '../../../api/language.js';
import { type PreviewedDeadline, previewDeadlines } from '../../../api/runs/preview-deadlines.js';
import { momentOf } from '../../../api/views/due-view.js';
import { institutionIn } from '../../../api/views/words.js';
import { sayLength } from '../../../protocols/compare/words.js';
import { Button } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { Table } from '../../components/table.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { foreseen } from './institutions-page.js';
import { startPage, startPath } from './start-frame.js';
import { START } from './words.js';

/** Page 4: every deadline the case would have, with real dates and the holidays that do not count. */
export async function deadlinesPage(visit: Visit): Promise<Answer> {
  const found = await foreseen(visit);
  if (!('start' in found)) return found;
  const { wish, start } = found;
  const { language, context } = visit;
  const words = START[language];
  const deadlines = previewDeadlines(start);
  const rowOf = (one: PreviewedDeadline) => [
    say(one.step.title, language),
    institutionIn(context.door.directory, one.holder.institution, language).title,
    say(sayLength(one.step.deadline!), language),
    <When deadline={one} language={language} />,
  ];
  const columns = [words.step, words.institution, words.length, words.due].map((title) => ({
    title,
  }));
  const now = deadlines.filter(({ opensNow }) => opensNow);
  const later = deadlines.filter(({ opensNow }) => !opensNow);
  return startPage({
    visit,
    part: 4,
    heading: words.deadlines,
    wish,
    children: (
      <>
        <p class="govuk-body">{words.deadlinesHint}</p>
        <Table caption={words.opensNow} captionSize="m" columns={columns} rows={now.map(rowOf)} />
        <Details summary={words.laterAll(later.length)}>
          <Table caption={words.later} columns={columns} rows={later.map(rowOf)} />
        </Details>
        <Button href={startPath(5, wish)}>{words.next}</Button>
      </>
    ),
  });
}

function When({ deadline, language }: { deadline: PreviewedDeadline; language: 'es' | 'en' }) {
  const { due } = deadline;
  const words = START[language];
  if (!due) return <>{words.uncertain}</>;
  const holidays = due.skipped.filter(({ reason }) => reason === 'holiday');
  const day = new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (
    <>
      <time dateTime={new Date(due.dueAt).toISOString()}>
        {momentOf(due.dueAt, due.timeZone, language)}
      </time>
      {holidays.length > 0 && (
        <span class="rt-quiet">
          <br />
          {words.skipped(
            holidays.map(({ date }) => day.format(new Date(`${date}T12:00:00Z`))).join(', '),
          )}
        </span>
      )}
    </>
  );
}
