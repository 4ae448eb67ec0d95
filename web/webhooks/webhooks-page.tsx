import { momentOf } from '../../api/views/due-view.js';
import {
  listWebhookEndpoints,
  listWebhookHosts,
  type WebhookEndpoint,
  type WebhookHost,
} from '../../db/queries/webhooks.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { Table } from '../components/table.js';
import { Tag } from '../components/tag.js';
import { FormKey } from '../frame/routes.js';
import type { Shown, Visit } from '../frame/visit.js';
import { addressFor, institutionOf } from '../people/institution-of.js';
import { DoneBanner, nameOf, PAGE, RowAct } from './frame.js';
import { WORDS } from './words.js';

/** `GET /webhooks`; with faults, what the form to ask for a host brings back. */
export async function webhooksPage(visit: Visit, faults: readonly Fault[] = []): Promise<Shown> {
  const { context, language, form } = visit;
  const words = WORDS[language];
  const institution = await institutionOf(visit);
  const { db } = context.door;
  const [hosts, endpoints] = await Promise.all([
    listWebhookHosts(db, institution),
    listWebhookEndpoints(db, institution),
  ]);
  const heading = words.heading.replace('{name}', () => nameOf(visit, institution));
  const content = (
    <>
      <ErrorSummary faults={faults} />
      {faults.length === 0 && <DoneBanner visit={visit} />}
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">{words.about}</p>
      {endpoints.length === 0 && (
        <>
          <h2 class="govuk-heading-m">{words.endpoints}</h2>
          <p class="govuk-body">{words.noEndpoints}</p>
        </>
      )}
      {endpoints.length > 0 && <Endpoints {...{ visit, institution, endpoints }} />}
      {hosts.some(({ approvedAt }) => approvedAt) && (
        <Button href={addressFor(visit, institution, `${PAGE}/nueva`)}>{words.add}</Button>
      )}
      {hosts.length === 0 && (
        <>
          <h2 class="govuk-heading-m">{words.hosts}</h2>
          <p class="govuk-body">{words.noHosts}</p>
        </>
      )}
      {hosts.length > 0 && <Hosts {...{ visit, institution, hosts }} />}
      <p class="govuk-body">{words.hostsAbout}</p>
      <form method="post" action={addressFor(visit, institution, `${PAGE}/servidores`)} noValidate>
        <FormKey visit={visit} />
        <Field
          id="servidor"
          label={words.askHost}
          hint={words.hostHint}
          value={form.get('servidor') ?? ''}
          error={faultOf(faults, 'servidor')}
          spellCheck={false}
          autoComplete="off"
        />
        <Button kind="secondary">{words.ask}</Button>
      </form>
    </>
  );
  return { title: heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

interface Part {
  readonly visit: Visit;
  readonly institution: string;
}

const STATE_COLOURS = { active: 'green', stopped: 'grey', gone: 'red', failing: 'red' } as const;

function Endpoints({
  visit,
  institution,
  endpoints,
}: Part & { endpoints: readonly WebhookEndpoint[] }) {
  const { language, session, context } = visit;
  const words = WORDS[language];
  const now = context.door.clock.now();
  return (
    <Table
      caption={words.endpoints}
      captionSize="m"
      columns={[words.url, words.state, words.acts].map((title) => ({ title }))}
      rows={endpoints.map(({ id, url, state, previousUntil }) => {
        const link = (page: string, text: string) => (
          <a class="govuk-link" href={addressFor(visit, institution, `${PAGE}/${id}/${page}`)}>
            {text}
            <span class="govuk-visually-hidden">{`: ${url}`}</span>
          </a>
        );
        const [act, text] =
          state === 'active'
            ? (['detener', words.stop] as const)
            : (['reanudar', words.resume] as const);
        return [
          <span class="rt-address">{url}</span>,
          <>
            <Tag colour={STATE_COLOURS[state]}>{words.states[state]}</Tag>
            {previousUntil && previousUntil.getTime() > now && (
              <span class="rt-under">
                {words.both.replace(
                  '{moment}',
                  momentOf(previousUntil.getTime(), session.timeZone, language),
                )}
              </span>
            )}
          </>,
          <div class="govuk-button-group">
            {link('llamadas', words.calls)}
            {link('secreto', words.rotate)}
            <RowAct {...{ visit, institution, text }} action={`${PAGE}/${id}/${act}`} about={url} />
          </div>,
        ];
      })}
    />
  );
}

function Hosts({ visit, institution, hosts }: Part & { hosts: readonly WebhookHost[] }) {
  const { language, session } = visit;
  const words = WORDS[language];
  return (
    <Table
      caption={words.hosts}
      captionSize="m"
      columns={[words.host, words.state, words.acts].map((title) => ({ title }))}
      rows={hosts.map(({ id, host, approvedAt, requestedBy }) => {
        const isOwn = requestedBy === session.user.id;
        const waits = isOwn ? words.waitsOwn : words.waits;
        const act = (name: string, text: string) => (
          <RowAct
            {...{ visit, institution, text }}
            action={`${PAGE}/servidores/${id}/${name}`}
            about={host}
          />
        );
        return [
          <span class="rt-address">{host}</span>,
          approvedAt
            ? words.approved.replace(
                '{moment}',
                momentOf(approvedAt.getTime(), session.timeZone, language),
              )
            : waits,
          <div class="govuk-button-group">
            {!approvedAt && !isOwn && act('aprobar', words.approve)}
            {act('quitar', words.remove)}
          </div>,
        ];
      })}
    />
  );
}
