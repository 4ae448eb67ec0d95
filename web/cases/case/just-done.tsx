import type { OpenRun } from '../../../api/runs/open-run.js';
import { momentOf } from '../../../api/views/due-view.js';
import { folioOf } from '../../../api/views/folio.js';
import { listEntries } from '../../../db/queries/list-entries.js';
import { Banner } from '../../components/banner.js';
import type { Visit } from '../../frame/visit.js';
import { withQuery } from '../addresses.js';
import { timelineOf } from '../timeline/timeline.js';

const FOLIO = 'hecho';

const WORDS = {
  es: (folio: string, moment: string) => `Quedó registrado el ${moment}. Folio ${folio}.`,
  en: (folio: string, moment: string) => `It was recorded on ${moment}. Folio ${folio}.`,
};

/** Where an action leads when it was entered: to a page of the case that says so. */
export function doneAt(path: string, run: string, seq: number): string {
  return withQuery(path, { [FOLIO]: folioOf(run, seq) });
}

/** What was just entered, as the history says it; nothing for a folio that is none of the reader's institution. */
export async function readJustDone({ query, access }: Visit, opened: OpenRun) {
  const folio = query.get(FOLIO);
  if (folio === null) return undefined;
  const entries = timelineOf(opened, await listEntries(opened.context.door.db, opened.run.id));
  return entries.find(
    ({ view }) => view.folio === folio && view.institution?.id === access.institution,
  )?.view;
}

/** Says that an action was entered, and under which folio it is found again. */
export function JustDone(props: {
  readonly opened: OpenRun;
  readonly done: Awaited<ReturnType<typeof readJustDone>>;
}) {
  const { opened, done } = props;
  if (!done) return null;
  const { language, access } = opened;
  const moment = momentOf(Date.parse(done.at), access.timeZone, language);
  return (
    <Banner kind="success" text={done.words}>
      <p class="govuk-body">{WORDS[language](done.folio, moment)}</p>
    </Banner>
  );
}
