import { momentOf } from '../../api/views/due-view.js';
import { getEndpoint, pageOfCalls, replayCall } from '../../api/webhooks/endpoints.js';
import type { WebhookDelivery } from '../../db/queries/webhooks.js';
import { BackLink } from '../components/back-link.js';
import { Pagination } from '../components/pagination.js';
import { Table } from '../components/table.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { addressFor, institutionOf } from '../people/institution-of.js';
import { DoneBanner, done, PAGE, RowAct } from './frame.js';
import { WORDS } from './words.js';

const A_PAGE = 25;

/** `GET /webhooks/:webhook/llamadas`: what became of each call, newest first. */
export async function callsPage(visit: Visit): Promise<Shown> {
  const { context, params, language, query } = visit;
  const words = WORDS[language];
  const institution = await institutionOf(visit);
  const of = { institution, id: params.webhook ?? '' };
  const { url } = await getEndpoint(context, of);
  const before = query.get('desde') ?? undefined;
  const { items, next } = await pageOfCalls(context, of, {
    limit: A_PAGE,
    ...(before === undefined ? {} : { before }),
  });
  const page = addressFor(visit, institution, `${PAGE}/${of.id}/llamadas`);
  const from = (id: string) => `${page}${page.includes('?') ? '&' : '?'}desde=${id}`;
  const heading = words.callsHeading;
  const content = (
    <>
      <BackLink href={addressFor(visit, institution, PAGE)} text={words.back} />
      <DoneBanner visit={visit} />
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body rt-address">{url}</p>
      {items.length === 0 ? (
        <p class="govuk-body">{words.noCalls}</p>
      ) : (
        <Table
          caption={words.call}
          columns={[words.call, words.when, words.state].map((title) => ({ title }))}
          rows={items.map((call) => cellsOf(visit, institution, of.id, call))}
        />
      )}
      <Pagination
        previous={before === undefined ? undefined : page}
        next={next === undefined ? undefined : from(next)}
      />
    </>
  );
  return { title: heading, content };
}

function cellsOf(visit: Visit, institution: string, endpoint: string, call: WebhookDelivery) {
  const { language, session } = visit;
  const words = WORDS[language];
  const { id, event, reference, state, attempts, lastStatus, lastFailure } = call;
  const at = (moment: Date) => momentOf(moment.getTime(), session.timeZone, language);
  const said = [
    lastStatus === null ? undefined : words.answered.replace('{status}', String(lastStatus)),
    lastFailure === null ? undefined : words.failures[lastFailure],
    state === 'pending' && attempts > 0
      ? words.next.replace('{moment}', at(call.nextAt))
      : undefined,
  ].filter((part) => part !== undefined);
  return [
    <>
      {reference}
      <span class="rt-under">{event}</span>
    </>,
    at(call.createdAt),
    <>
      {words.deliveries[state]}
      <span class="rt-under">{[`${words.attempts}: ${attempts}`, ...said].join('; ')}</span>
      {(state === 'delivered' || state === 'failed') && (
        <RowAct
          {...{ visit, institution, text: words.replay }}
          action={`${PAGE}/${endpoint}/llamadas/${id}`}
          about={reference}
        />
      )}
    </>,
  ];
}

/** `POST /webhooks/:webhook/llamadas/:delivery`: has a call made again. */
export async function replay(visit: Visit): Promise<Answer> {
  const { webhook: id = '', delivery = '' } = visit.params;
  const institution = await institutionOf(visit);
  await replayCall(visit.context, { institution, id, delivery });
  return done(visit, institution, 'repetida', `${PAGE}/${id}/llamadas`);
}
