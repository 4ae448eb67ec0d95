import { say } from '../../api/language.js';
import { gateStandings } from '../../api/runs/gates.js';
import { publishedDefinitions, stepsOfStage } from '../../api/runs/published-definitions.js';
import { namedIn } from '../../api/views/words.js';
import { listMonitoredRuns, type MonitoredRun } from '../../db/queries/list-monitored-runs.js';
import { getDefinition } from '../../door/known-runs.js';
import { pseudonymOf } from '../../door/pseudonyms.js';
import type { Definition } from '../../protocols/language/definition.js';
import { withQuery } from '../cases/addresses.js';
import { Button, ButtonGroup } from '../components/button.js';
import { Pagination, pageItems } from '../components/pagination.js';
import { Select } from '../components/select.js';
import { Table } from '../components/table.js';
import { Tag } from '../components/tag.js';
import { Warning } from '../components/warning.js';
import type { Answer, Visit } from '../frame/visit.js';
import { MONITORING } from './words.js';

const PAGE_SIZE = 25;

/** Every case it may know of under the pseudonym of the asking institution: protocol, stage, missed deadlines, gates that are missing. */
export async function monitoringPage(visit: Visit): Promise<Answer> {
  const { context, language, query } = visit;
  const { door } = context;
  const words = MONITORING[language];
  const definitions = await publishedDefinitions(door);
  const text = (name: string) => (query.get(name) ?? '').slice(0, 200);
  const asked = {
    protocolo: text('protocolo'),
    etapa: text('etapa'),
    plazos: text('plazos'),
    proteccion: text('proteccion'),
    estado: text('estado'),
  };
  const [protocol = '', stage = ''] = asked.etapa.split('/');
  const page = Math.min(Math.max(1, Math.trunc(Number(query.get('pagina')) || 1)), 10_000);
  const wanted = asked.protocolo || protocol;
  const { items, total } = await listMonitoredRuns(door.db, {
    now: door.clock.now(),
    institution: visit.access.institution,
    ...(wanted === '' ? {} : { protocol: wanted }),
    ...(stage === '' ? {} : { steps: await stepsOfStage(door, definitions, protocol, stage) }),
    ...(asked.plazos === 'now' || asked.plazos === 'ever' ? { breach: asked.plazos } : {}),
    ...(asked.proteccion === 'any' || asked.proteccion === 'soon'
      ? { lowered: asked.proteccion }
      : {}),
    ...(asked.estado === 'open' || asked.estado === 'ended'
      ? { ended: asked.estado === 'ended' }
      : {}),
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const alarms = await listMonitoredRuns(door.db, {
    now: door.clock.now(),
    institution: visit.access.institution,
    lowered: 'soon',
    ended: false,
    offset: 0,
    limit: 0,
  });
  const rows = [];
  for (const run of items) rows.push(await rowOf(visit, run));
  const pages = Math.ceil(total / PAGE_SIZE);
  const at = (pagina: number) => withQuery('/monitoreo', { ...asked, pagina });
  return {
    title: words.title,
    content: (
      <>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.about}</p>
        {alarms.total > 0 && (
          <Warning>
            {words.alarm(alarms.total)}.{' '}
            <a class="govuk-link" href="/monitoreo?proteccion=soon&estado=open">
              {words.alarmed}
            </a>
          </Warning>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href="/monitoreo/pruebas">
            {words.evidence}
          </a>
        </p>
        <Filter {...{ visit, asked, definitions }} />
        {total === 0 && <p class="govuk-body">{words.none}</p>}
        <Table
          caption={words.found(total)}
          captionSize="m"
          columns={[
            { title: words.pseudonym },
            { title: words.protocol },
            { title: words.where },
            { title: words.overdue, numeric: true },
            { title: words.lapsed, numeric: true },
            { title: words.gates },
          ]}
          rows={rows}
        />
        <Pagination
          {...(page > 1 ? { previous: at(page - 1) } : {})}
          {...(page < pages ? { next: at(page + 1) } : {})}
          items={pages > 1 ? pageItems(page, pages, at) : []}
        />
      </>
    ),
  };
}

async function rowOf({ context, access, language }: Visit, run: MonitoredRun) {
  const words = MONITORING[language];
  const definition = await getDefinition(context.door, run);
  const name = await pseudonymOf(context.door, access.institution, run.id);
  const { ending, lowered } = run.state;
  const stages = definition.stages.filter(({ id }) =>
    definition.steps.some((step) => step.stage === id && run.state.steps[step.id]?.open),
  );
  const where = ending
    ? words.endedAs(namedIn(definition.endings, ending.id, language).title)
    : stages.map(({ title }) => say(title, language)).join(', ') || words.noStage;
  const gates = gateStandings(definition, run.state);
  const used = gates.filter(({ standing }) => standing !== 'unused');
  const missing = used.filter(({ standing }) => standing === 'missing').length;
  return [
    <a class="govuk-link" href={`/monitoreo/casos/${name}`} data-pseudonym={name}>
      {name}
    </a>,
    `${say(definition.title, language)}, ${words.version(run.version)}`,
    <>
      {where}
      {lowered && (
        <>
          {' '}
          <Tag colour={lowered.soon ? 'red' : 'orange'}>
            {words.lowered[lowered.soon ? 'soon' : 'any']}
          </Tag>
        </>
      )}
    </>,
    String(run.overdue),
    String(run.lapsed),
    gates.length === 0
      ? '–'
      : used.length === 0
        ? words.unused
        : `${used.length - missing} / ${used.length}`,
  ];
}

function Filter(props: {
  readonly visit: Visit;
  readonly asked: Readonly<
    Record<'protocolo' | 'etapa' | 'plazos' | 'proteccion' | 'estado', string>
  >;
  readonly definitions: readonly Definition[];
}) {
  const { visit, asked, definitions } = props;
  const { language } = visit;
  const words = MONITORING[language];
  const all = { value: '', label: words.all };
  const newest = [...new Map(definitions.map((one) => [one.id, one])).values()];
  const choices = (names: Readonly<Record<string, string>>) => [
    all,
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ];
  return (
    <form method="get" action="/monitoreo" class="rt-filter">
      <Select
        id="protocolo"
        label={words.protocol}
        value={asked.protocolo}
        items={[all, ...newest.map((one) => ({ value: one.id, label: say(one.title, language) }))]}
      />
      <Select
        id="etapa"
        label={words.stage}
        value={asked.etapa}
        items={[
          all,
          ...newest.flatMap((one) =>
            one.stages.map(({ id, title }) => ({
              value: `${one.id}/${id}`,
              label: `${say(one.title, language)} – ${say(title, language)}`,
            })),
          ),
        ]}
      />
      <Select
        id="plazos"
        label={words.breach}
        value={asked.plazos}
        items={choices(words.breaches)}
      />
      <Select
        id="proteccion"
        label={words.protection}
        value={asked.proteccion}
        items={choices(words.lowerings)}
      />
      <Select id="estado" label={words.state} value={asked.estado} items={choices(words.states)} />
      <ButtonGroup>
        <Button kind="secondary">{words.filter}</Button>
        <a class="govuk-link" href="/monitoreo">
          {words.clear}
        </a>
      </ButtonGroup>
    </form>
  );
}
