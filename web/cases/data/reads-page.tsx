import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { readView } from '../../../api/views/read-view.js';
import { listReads } from '../../../db/queries/log/reads.js';
import { BackLink } from '../../components/back-link.js';
import { Table } from '../../components/table.js';
import { Warning } from '../../components/warning.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { openCase } from '../case/open-case.js';
import { DATA } from './words.js';

/** Who read stored data of a case: a sheet the lead prints for the person or the guardian. */
export async function readsPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'run.reads');
  const { run, language, access, context } = opened;
  const words = DATA[language].reads;
  const all = await listReads(context.door.db.sql, run.id);
  const moment = (at: number) => momentOf(at, access.timeZone, language);
  const columns = [words.when, words.who, words.what, words.position];
  return {
    title: `${words.title} – ${caseKeyOf(run.id)}`,
    content: (
      <div class="rt-print">
        <BackLink href={casePath(run.id, '/quien-sabe')} text={words.back} />
        <span class="govuk-caption-l">{caseKeyOf(run.id)}</span>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <Warning>{words.careful}</Warning>
        <p class="govuk-body">{words.about}</p>
        <p class="govuk-body">{words.as(moment(context.door.clock.now()))}</p>
        {all.length === 0 ? (
          <p class="govuk-body">{words.none}</p>
        ) : (
          <Table
            caption={words.list}
            captionSize="m"
            columns={columns.map((title) => ({ title }))}
            rows={all.map((entry) => {
              const { what, institution, position } = readView(opened, entry);
              return [
                moment(entry.at),
                institution?.title,
                words.whats[what],
                position === undefined ? words.unlogged : `#${position}`,
              ];
            })}
          />
        )}
        {all.length > 0 && <p class="govuk-body">{words.proof}</p>}
      </div>
    ),
  };
}
