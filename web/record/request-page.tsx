import {
  type GivenEvidence,
  getEvidence,
  openEvidenceFile,
} from '../../api/record/given-evidence.js';
import { EVIDENCE_TYPE } from '../../api/schemas/evidence.js';
import { momentOf } from '../../api/views/due-view.js';
import { evidenceState } from '../../api/views/evidence-view.js';
import { EVIDENCE_FAILURE_WORDS } from '../../api/views/evidence-words.js';
import { casePath } from '../cases/addresses.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { Live } from '../components/live.js';
import { SummaryList } from '../components/summary-list.js';
import { Tag } from '../components/tag.js';
import { Warning } from '../components/warning.js';
import type { Answer, Visit } from '../frame/visit.js';
import { CASE_EVIDENCE } from './lead-page.js';
import { MONITOR_PAGE } from './monitor-page.js';
import { requestPath, STATE_COLOURS, subjectOf } from './request-list.js';
import { HowToVerify } from './verify-part.js';
import { RECORD } from './words.js';

/** After so many milliseconds a request that waits is no longer as usual. */
const SLOW = 3 * 60_000;

/** How a request stands: being made, ready with its file, or what to do. */
export async function requestPage(visit: Visit): Promise<Answer> {
  const given = await getEvidence(visit.context, visit, idOf(visit));
  const { language } = visit;
  const words = RECORD[language];
  const { request } = given;
  const title = subjectOf(given, language);
  return {
    title: `${words.title} – ${title}`,
    content: (
      <>
        <BackLink {...backOf(visit, given)} />
        <span class="govuk-caption-l">{words.title}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <Live from={requestPath(request.id, '/novedades')} version={versionOf(visit, given)}>
          <Standing visit={visit} given={given} />
        </Live>
      </>
    ),
  };
}

/** Changes when what the page shows does. */
export async function requestNews(visit: Visit): Promise<Answer> {
  return {
    json: { version: versionOf(visit, await getEvidence(visit.context, visit, idOf(visit))) },
  };
}

/** The file, to be kept. */
export async function requestFile(visit: Visit): Promise<Answer> {
  const { name, file } = await openEvidenceFile(visit.context, visit, idOf(visit));
  return { file, name, type: EVIDENCE_TYPE };
}

const idOf = ({ params }: Visit): string => params.request ?? '';

function isSlow({ context }: Visit, { request }: GivenEvidence): boolean {
  const { state, askedAt } = request;
  return state === 'pending' && context.door.clock.now() - askedAt.getTime() > SLOW;
}

function versionOf(visit: Visit, given: GivenEvidence): string {
  const state = evidenceState(given.request, visit.context.door.clock.now());
  return isSlow(visit, given) ? `${state}-slow` : state;
}

function backOf({ language }: Visit, { request }: GivenEvidence) {
  const words = RECORD[language];
  return request.access === 'monitor'
    ? { href: MONITOR_PAGE, text: words.back }
    : { href: casePath(request.runId ?? '', CASE_EVIDENCE), text: words.backToCase };
}

function Standing({ visit, given }: { readonly visit: Visit; readonly given: GivenEvidence }) {
  const { language, access, context } = visit;
  const words = RECORD[language];
  const { request } = given;
  const state = evidenceState(request, context.door.clock.now());
  const at = (moment: Date | null) =>
    moment && momentOf(moment.getTime(), access.timeZone, language);
  const { size, digest, ownSize, failure } = request;
  const isMade = size !== null;
  return (
    <>
      {isSlow(visit, given) ? (
        <Warning>{words.slow}</Warning>
      ) : (
        <p class="govuk-body rt-now">{words.now[state]}</p>
      )}
      {failure && <p class="govuk-body">{EVIDENCE_FAILURE_WORDS[failure][language]}</p>}
      <SummaryList
        rows={[
          {
            key: words.state,
            value: <Tag colour={STATE_COLOURS[state]}>{words.states[state]}</Tag>,
          },
          { key: words.asked, value: at(request.askedAt) },
          { key: words.made, value: isMade && at(request.endedAt) },
          { key: state === 'expired' ? words.removed : words.kept, value: at(request.expiresAt) },
          { key: words.form, value: words.forms[request.access] },
          { key: words.ownSize, value: ownSize !== null && words.entries(ownSize) },
          { key: words.size, value: isMade && words.bytes(size.toLocaleString(language)) },
          { key: words.digest, value: digest && <code class="rt-address">{digest}</code> },
          { key: words.reference, value: <code class="rt-address">{request.id}</code> },
        ]}
      />
      {state === 'pending' && (
        <p class="govuk-body">
          <a class="govuk-link" href={requestPath(request.id)}>
            {words.reload}
          </a>
        </p>
      )}
      {(state === 'failed' || state === 'expired') && (
        <Button kind="secondary" href={backOf(visit, given).href}>
          {words.again}
        </Button>
      )}
      {state === 'ready' && (
        <>
          <Button href={requestPath(request.id, '/archivo')}>{words.download}</Button>
          <HowToVerify language={language} request={request} />
        </>
      )}
    </>
  );
}
