import { listConsents } from '../../api/runs/consents.js';
import type { OpenRun } from '../../api/runs/open-run.js';
import type { ConsentView } from '../../api/schemas/consents.js';
import { consentView } from '../../api/views/consent-view.js';
import { momentOf } from '../../api/views/due-view.js';
import { Table } from '../components/table.js';
import { Tag } from '../components/tag.js';
import { caseConsentPath } from '../help/addresses.js';
import { CONSENTS, STATUS_COLOURS, STATUS_NAMES } from './words.js';

/** Where each consent of a run stands that may be seen; nothing where none may. */
export function ConsentTable({ opened, sheets }: { opened: OpenRun; sheets: boolean }) {
  const { language, access, run } = opened;
  const words = CONSENTS[language];
  const all = listConsents(opened).map((one) => consentView(one, language));
  if (all.length === 0) return null;
  const moment = (at: string | undefined) =>
    at === undefined ? '' : momentOf(Date.parse(at), access.timeZone, language);
  return (
    <Table
      caption={words.title}
      captionSize="m"
      columns={[words.purpose, words.status, words.since, words.until, words.version].map(
        (title) => ({ title }),
      )}
      rows={all.map((one) => [
        sheets ? (
          <a class="govuk-link" href={caseConsentPath(run.id, one.id)}>
            {one.title}
          </a>
        ) : (
          one.title
        ),
        <Status view={one} refused={one.refusedAt && words.refused(moment(one.refusedAt))} />,
        moment(one.since),
        moment(one.until),
        one.textVersion ?? '',
      ])}
    />
  );

  function Status({ view, refused }: { view: ConsentView; refused: string | undefined }) {
    return (
      <>
        <Tag colour={STATUS_COLOURS[view.status]}>{STATUS_NAMES[language][view.status]}</Tag>
        {refused && <div class="govuk-hint">{refused}</div>}
      </>
    );
  }
}
