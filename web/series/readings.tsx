import { caseKeyOf } from '../../api/views/case-key.js';
import { momentOf } from '../../api/views/due-view.js';
import { institutionIn } from '../../api/views/words.js';
import { listReadingAlarms, type ReadingAlarm } from '../../db/queries/reading-watch.js';
import { Table } from '../components/table.js';
import type { Visit } from '../frame/visit.js';
import { SERIES } from './words.js';

/** Cases listed beside an alarm; the rest is a number. */
const SHOWN = 20;

/** Accounts that opened far more cases than is usual: who and which cases to the institution, only that it happened to monitors. */
export async function readingsSection(visit: Visit) {
  const { context, language, session, access } = visit;
  const words = SERIES[language].readings;
  const alarms = await listReadingAlarms(context.door.db);
  const isHouse = access.role !== 'monitor';
  const nameOf = ({ institutionId, name }: ReadingAlarm) => (
    <>
      {institutionIn(context.door.directory, institutionId, language).title}
      {isHouse && <span class="rt-under">{name ?? SERIES[language].unnamed}</span>}
    </>
  );
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.about}</p>
      {alarms.length === 0 ? (
        <p class="govuk-body">{SERIES[language].none}</p>
      ) : (
        <Table
          caption={words.list}
          captionSize="s"
          columns={[
            { title: words.whose },
            { title: words.when },
            { title: words.opened, numeric: true },
            { title: words.usual, numeric: true },
            { title: words.unrelated, numeric: true },
            ...(isHouse ? [{ title: words.cases }] : []),
          ]}
          rows={alarms.map((alarm) => [
            nameOf(alarm),
            momentOf(alarm.at.getTime(), session.timeZone, language),
            String(alarm.opened),
            String(alarm.usual),
            String(alarm.unrelated),
            ...(isHouse ? [casesOf(alarm)] : []),
          ])}
        />
      )}
    </section>
  );
}

/** Those without any task of the institution first. */
function casesOf({ cases }: ReadingAlarm): string {
  const first = cases.toSorted((a, b) => Number(a.related) - Number(b.related)).slice(0, SHOWN);
  const keys = first.map(({ run }) => caseKeyOf(run)).join(', ');
  return cases.length > SHOWN ? `${keys} …` : keys;
}
