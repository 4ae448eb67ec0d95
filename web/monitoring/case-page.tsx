import { refused } from '../../api/errors.js';
import type { EngineEvent } from '../../api/gateway/engine-history.js';
import { say } from '../../api/language.js';
import { gateStandings } from '../../api/runs/gates.js';
import { type OpenRun, openRun } from '../../api/runs/open-run.js';
import { momentOf } from '../../api/views/due-view.js';
import { stepViews } from '../../api/views/run-view.js';
import { institutionIn, namedIn } from '../../api/views/words.js';
import { type BouncedNotice, listBouncedOfRun } from '../../db/queries/bounced-notices.js';
import { listEntries } from '../../db/queries/list-entries.js';
import { findByPseudonym } from '../../door/pseudonyms.js';
import { refusal } from '../../protocols/refusals.js';
import { openSteps } from '../cases/case/standing.js';
import { timelineOf } from '../cases/timeline/timeline.js';
import { BackLink } from '../components/back-link.js';
import { Due } from '../components/due.js';
import { Table } from '../components/table.js';
import { Tag } from '../components/tag.js';
import type { Answer, Visit } from '../frame/visit.js';
import { ENGINE_EVENTS, GATE_NAMES, MONITORING } from './words.js';

/** One case under its pseudonym: gates, open steps, the ledger, and the engine's own record beside it. */
export async function monitoredCasePage(visit: Visit): Promise<Answer> {
  const { context, access, language, params } = visit;
  const { pseudonym = '' } = params;
  const id = await findByPseudonym(context.door, access.institution, pseudonym);
  if (id === undefined) throw refused(refusal('run-unknown'));
  const opened = await openRun(context, visit, id, 'run.history');
  const { definition, run } = opened;
  const entries = timelineOf(opened, await listEntries(context.door.db, id));
  const bounced = await listBouncedOfRun(context.door.db, id);
  const engine = await context.engineHistory?.({ id, protocol: run.protocol });
  const words = MONITORING[language];
  const at = (instant: number) => momentOf(instant, access.timeZone, language);
  return {
    title: words.case(pseudonym),
    content: (
      <>
        <BackLink href="/monitoreo" text={words.back} />
        <h1 class="govuk-heading-l">{words.case(pseudonym)}</h1>
        <p class="govuk-body">
          {`${say(definition.title, language)}, ${words.version(run.version)}`}
          {run.state.ending &&
            `. ${words.endedAs(namedIn(definition.endings, run.state.ending.id, language).title)}`}
        </p>
        <LoweredProtection opened={opened} at={at} />
        {!run.rehearsal && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/monitoreo/pruebas?caso=${pseudonym}`}>
              {words.evidenceOf}
            </a>
          </p>
        )}
        <OpenSteps opened={opened} />
        <Gates opened={opened} />
        <NotDelivered opened={opened} bounced={bounced} at={at} />
        <h2 class="govuk-heading-m">{words.history}</h2>
        <p class="govuk-body">{words.historyAbout}</p>
        <Table
          caption={words.act}
          columns={[
            { title: words.moment },
            { title: words.act },
            { title: words.by },
            { title: words.folio },
          ]}
          rows={entries.map(({ view }) => [
            at(Date.parse(view.at)),
            view.words,
            view.institution?.title ?? words.system,
            view.folio,
          ])}
        />
        <Engine events={engine} language={language} at={at} />
      </>
    ),
  };
}

/** What was taken away from the person, and whether shortly before a departure. */
function LoweredProtection(props: {
  readonly opened: OpenRun;
  readonly at: (instant: number) => string;
}) {
  const { definition, run, language } = props.opened;
  const { lowered } = run.state;
  if (!lowered) return null;
  const words = MONITORING[language];
  const step = definition.steps.find(({ id }) => id === lowered.step);
  const at = props.at(lowered.at);
  const said = lowered.carried
    ? words.loweredBefore(at)
    : words.loweredBy(
        namedIn(definition.steps, lowered.step, language).title,
        namedIn(step?.outcomes ?? [], lowered.outcome, language).title,
        at,
      );
  return (
    <>
      <h2 class="govuk-heading-m">{words.lowered[lowered.soon ? 'soon' : 'any']}</h2>
      <p class="govuk-body">{`${said}. ${words.loweredAbout}`}</p>
    </>
  );
}

function OpenSteps({ opened }: { opened: OpenRun }) {
  const { definition, language } = opened;
  const words = MONITORING[language];
  const open = openSteps(stepViews(opened));
  if (open.length === 0) return <p class="govuk-body">{words.nothing}</p>;
  return (
    <Table
      caption={words.openSteps}
      captionSize="m"
      columns={[
        { title: words.step },
        { title: words.stage1 },
        { title: words.holder },
        { title: words.due },
      ]}
      rows={open.map(({ title, stage, signers, due }) => [
        title,
        namedIn(definition.stages, stage, language).title,
        [...new Set(signers.map(({ institution }) => institution.title))].join(', '),
        due && <Due due={due} />,
      ])}
    />
  );
}

const GATE_COLOURS = {
  passed: 'green',
  holds: 'green',
  missing: 'orange',
  unused: 'grey',
} as const;

function Gates({ opened }: { opened: OpenRun }) {
  const { definition, run, language } = opened;
  const words = MONITORING[language];
  const gates = gateStandings(definition, run.state);
  if (gates.length === 0) return <p class="govuk-body">{words.noGates}</p>;
  return (
    <Table
      caption={words.gates}
      captionSize="m"
      columns={[{ title: words.gate }, { title: words.gateStep }, { title: words.standing }]}
      rows={gates.map(({ step, fact, standing }) => [
        namedIn(definition.facts, fact, language).title,
        namedIn(definition.steps, step, language).title,
        <Tag colour={GATE_COLOURS[standing]}>{GATE_NAMES[language][standing]}</Tag>,
      ])}
    />
  );
}

/** Notices a mailbox refused: nobody may have known of the step in time. */
function NotDelivered(props: {
  readonly opened: OpenRun;
  readonly bounced: readonly BouncedNotice[];
  readonly at: (instant: number) => string;
}) {
  const { opened, bounced, at } = props;
  const { definition, language, context } = opened;
  const words = MONITORING[language];
  if (bounced.length === 0) return null;
  return (
    <Table
      caption={words.notDelivered}
      captionSize="m"
      columns={[{ title: words.moment }, { title: words.holder }, { title: words.step }]}
      rows={bounced.map(({ createdAt, institutionId, step }) => [
        at(createdAt.getTime()),
        institutionIn(context.door.directory, institutionId, language).title,
        step === null ? '' : namedIn(definition.steps, step, language).title,
      ])}
    />
  );
}

/** What the engine noted by itself; when it does not answer, that is said and nothing is shown in its place. */
function Engine(props: {
  readonly events: readonly EngineEvent[] | undefined;
  readonly language: 'es' | 'en';
  readonly at: (instant: number) => string;
}) {
  const { events, language, at } = props;
  const words = MONITORING[language];
  if (!events) {
    return (
      <>
        <h3 class="govuk-heading-s">{words.engine}</h3>
        <p class="govuk-body">{words.noEngine}</p>
      </>
    );
  }
  return (
    <Table
      caption={words.engine}
      columns={[{ title: words.moment }, { title: words.engineEvent }]}
      rows={events.map((event) => [
        at(event.at),
        `${ENGINE_EVENTS[language][event.kind]}${event.code ? `: ${event.code}` : ''}`,
      ])}
    />
  );
}
