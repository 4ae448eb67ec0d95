import { ProblemError } from '../../../api/errors.js';
import { say } from '../../../api/language.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { folioOf } from '../../../api/views/folio.js';
import { listOwnReports } from '../../../db/queries/own-report.js';
import { ConfirmPanel } from '../../components/confirm-panel.js';
import { SummaryList } from '../../components/summary-list.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { WORDS as RECEIPT } from '../answer/words.js';
import { openEvent } from './event-page.js';
import { WORDS } from './words.js';

/** The receipt of a report: the one with the folio asked for, else the latest of the institution. */
export async function reportedPage(visit: Visit): Promise<Shown> {
  const { language, session, context, access, query } = visit;
  const words = WORDS[language];
  const { opened, event } = await openEvent(visit);
  const { id } = opened.run;
  const reports = await listOwnReports(context.door.db, {
    run: id,
    event: event.id,
    institution: access.institution,
  });
  const wanted = query.get('folio');
  const found = reports.find(({ seq }) => folioOf(id, seq) === wanted) ?? reports[0];
  if (!found) throw new ProblemError('route-unknown');
  const title = say(event.title, language);
  const content = (
    <>
      <ConfirmPanel title={words.sent}>
        {`${RECEIPT[language].folio}: `}
        <strong>{folioOf(id, found.seq)}</strong>
      </ConfirmPanel>
      <SummaryList
        rows={[
          { key: words.event, value: title },
          { key: RECEIPT[language].case, value: <span class="rt-key">{caseKeyOf(id)}</span> },
          { key: words.moment, value: momentOf(found.at.getTime(), session.timeZone, language) },
        ]}
      />
      <p class="govuk-body">{RECEIPT[language].print}</p>
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={`/tareas/${id}`}>
          {words.done}
        </a>
      </p>
    </>
  );
  return { title: `${words.sent} – ${title} – ${caseKeyOf(id)}`, content };
}
