import { say } from '../../api/language.js';
import { reasonOf } from '../../api/series/holds.js';
import { caseKeyOf } from '../../api/views/case-key.js';
import { momentOf } from '../../api/views/due-view.js';
import { institutionIn } from '../../api/views/words.js';
import { listSeriesHolds, type SeriesHold } from '../../db/queries/series-holds.js';
import { getDefinition, rememberRun } from '../../door/known-runs.js';
import { Banner } from '../components/banner.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { SummaryList } from '../components/summary-list.js';
import { Table } from '../components/table.js';
import { Tag } from '../components/tag.js';
import type { Shown, Visit } from '../frame/visit.js';
import { readingsSection } from './readings.js';
import { ReviewForm } from './review-form.js';
import { SERIES } from './words.js';

export const PAGE = '/series';

/** `GET /series`; with faults, what a form of it brings back. */
export async function seriesPage(visit: Visit, faults: readonly Fault[] = []): Promise<Shown> {
  const { context, language, query, access } = visit;
  const words = SERIES[language];
  const isHouse = access.role !== 'monitor';
  const holds = await listSeriesHolds(context.door.db);
  const sections = [];
  for (const hold of holds) sections.push(await sectionOf(visit, hold, isHouse, faults));
  const content = (
    <>
      <ErrorSummary faults={faults} />
      {faults.length === 0 && query.get('hecho') !== null && (
        <Banner kind="success" text={words.done} />
      )}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{isHouse ? words.about : words.aboutWatching}</p>
      {holds.length === 0 && <p class="govuk-body">{words.none}</p>}
      {sections}
      {await readingsSection(visit)}
    </>
  );
  return { title: words.title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

async function sectionOf(
  visit: Visit,
  hold: SeriesHold,
  isHouse: boolean,
  faults: readonly Fault[],
) {
  const { context, language, session, access } = visit;
  const words = SERIES[language];
  const { cause, at, releasedAt, allowance, decisions, reviews } = hold;
  const moment = (date: Date) => momentOf(date.getTime(), session.timeZone, language);
  const institution = institutionIn(context.door.directory, hold.institutionId, language).title;
  const rows = isHouse ? await rowsOf(visit, hold) : [];
  return (
    <section class="rt-sheet">
      <h2 class="govuk-heading-m">{institution}</h2>
      <SummaryList
        rows={[
          { key: words.who, value: isHouse ? (hold.name ?? words.unnamed) : undefined },
          { key: words.why, value: words.causes[cause] },
          { key: words.since, value: moment(at) },
          { key: words.count, value: String(decisions.length) },
          {
            key: words.state,
            value: releasedAt ? (
              words.released(moment(releasedAt), allowance ?? 0)
            ) : (
              <Tag colour="red">{words.standing}</Tag>
            ),
          },
        ]}
      />
      {rows.length > 0 && (
        <Table
          caption={words.list}
          captionSize="s"
          columns={words.columns.map((title) => ({ title }))}
          rows={rows}
        />
      )}
      {reviews.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.reviews}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {reviews.map((review) => (
              <li>
                {`${moment(review.at)}: ${words.decisions[review.decision]}`}
                {isHouse && <span class="rt-under">{reasonOf(context, review)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {isHouse &&
        !releasedAt &&
        (hold.account === access.account ? (
          <p class="govuk-body">{words.ownOne}</p>
        ) : (
          <ReviewForm {...{ visit, faults }} id={hold.id} about={hold.name ?? words.unnamed} />
        ))}
    </section>
  );
}

/** When, in which step, about which case and how alike: never what was decided or why. */
async function rowsOf({ context, language, session, access }: Visit, { decisions }: SeriesHold) {
  const words = SERIES[language];
  const rows = [];
  for (const { run, step, at, alike } of decisions) {
    const known = await rememberedRun(context.door, run);
    const found = known && (await getDefinition(context.door, known));
    const title = found?.steps.find(({ id }) => id === step)?.title;
    rows.push([
      momentOf(Date.parse(at), session.timeZone, language),
      title ? say(title, language) : step,
      access.role === 'admin' ? (
        caseKeyOf(run)
      ) : (
        <a class="govuk-link" href={`/tareas/${run}`}>
          {caseKeyOf(run)}
        </a>
      ),
      alike === undefined ? words.short : words.alike(alike),
    ]);
  }
  return rows;
}

const rememberedRun = async (door: Visit['context']['door'], run: string) =>
  door.runs.find(run) ?? (await rememberRun(door, run));
