import { type OpenCases, openCases } from '../../../api/runs/list-cases.js';
import { publishedDefinitions, stepsOfStage } from '../../../api/runs/published-definitions.js';
import { institutionIn, namedIn } from '../../../api/views/words.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Checkboxes } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import { Pagination, pageItems } from '../../components/pagination.js';
import { Select } from '../../components/select.js';
import { Tabs } from '../../components/tabs.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { withQuery } from '../addresses.js';
import { CaseCard } from './case-card.js';
import { type ListAddress, PAGE_SIZE, queryOf, questionOf, readAddress } from './list-question.js';
import { BOARD, CASE_STATE_NAMES, LIST } from './words.js';

/** Cases by what the address asks, 25 a page, the longest overdue first. */
export async function listPage(visit: Visit): Promise<Answer> {
  const { context, language, query } = visit;
  const definitions = await publishedDefinitions(context.door);
  const address = readAddress(query);
  const [protocol = '', stage = ''] = address.etapa.split('/');
  const steps = stage === '' ? [] : await stepsOfStage(context.door, definitions, protocol, stage);
  const found = await openCases(context, visit, questionOf(address, steps));
  const words = LIST[language];
  const link = (change: Partial<ListAddress>) => withQuery('/casos', queryOf(address, change));
  const pages = Math.ceil(found.total / PAGE_SIZE);
  const current = address.pagina;
  return {
    title: words.title,
    content: (
      <>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <Button href="/casos/nuevo">{BOARD[language].start}</Button>
        <Tabs
          name={words.sides}
          tabs={(['lead', 'party'] as const).map((lado) => ({
            href: withQuery('/casos', lado === 'party' ? { lado } : {}),
            text: words[lado],
            current: lado === address.lado,
          }))}
        />
        <Filter {...{ visit, address, found, definitions }} />
        <h2 class="govuk-heading-m" data-total={found.total}>
          {words.found(found.total)}
        </h2>
        {found.cases.length === 0 && <p class="govuk-body">{words.none}</p>}
        <ol class="rt-cases" start={(current - 1) * PAGE_SIZE + 1}>
          {found.cases.map((opened) => (
            <CaseCard opened={opened} />
          ))}
        </ol>
        <Pagination
          {...(current > 1 ? { previous: link({ pagina: current - 1 }) } : {})}
          {...(current < pages ? { next: link({ pagina: current + 1 }) } : {})}
          items={pages > 1 ? pageItems(current, pages, (pagina) => link({ pagina })) : []}
        />
      </>
    ),
  };
}

function Filter(props: {
  readonly visit: Visit;
  readonly address: ListAddress;
  readonly found: OpenCases;
  readonly definitions: readonly Definition[];
}) {
  const { visit, address, found, definitions } = props;
  const { language, context } = visit;
  const words = LIST[language];
  const all = { value: '', label: words.any };
  const newest = [...new Map(definitions.map((one) => [one.id, one])).values()];
  const titleOf = ({ title }: Definition) => title[language];
  const institutions = new Set(Object.keys(found.waits));
  if (address.espera !== '') institutions.add(address.espera);
  return (
    <form method="get" action="/casos" class="rt-filter">
      {address.lado === 'party' && <input type="hidden" name="lado" value="party" />}
      <Field
        id="buscar"
        type="search"
        label={words.search}
        hint={words.searchHint}
        value={address.buscar}
        width={20}
      />
      <Select
        id="estado"
        label={words.state}
        value={address.estado}
        items={[
          { value: '', label: words.open },
          ...Object.entries(CASE_STATE_NAMES[language]).map(([value, label]) => ({ value, label })),
          { value: 'ended', label: words.ended },
        ]}
      />
      <Select
        id="protocolo"
        label={words.protocol}
        value={address.protocolo}
        items={[all, ...newest.map((one) => ({ value: one.id, label: titleOf(one) }))]}
      />
      <Select
        id="etapa"
        label={words.stage}
        value={address.etapa}
        items={[
          { value: '', label: words.anyStage },
          ...newest.flatMap((one) =>
            one.stages.map(({ id }) => ({
              value: `${one.id}/${id}`,
              label: `${titleOf(one)} – ${namedIn(one.stages, id, language).title}`,
            })),
          ),
        ]}
      />
      <Select
        id="espera"
        label={words.waits}
        value={address.espera}
        items={[
          all,
          ...[...institutions].map((id) => ({
            value: id,
            label: institutionIn(context.door.directory, id, language).title,
          })),
        ]}
      />
      <Checkboxes
        id="ensayos"
        label={words.rehearsals}
        small
        items={[{ value: '1', label: words.onlyRehearsals }]}
        values={address.ensayos ? ['1'] : []}
      />
      <ButtonGroup>
        <Button kind="secondary">{words.filter}</Button>
        <a class="govuk-link" href={address.lado === 'party' ? '/casos?lado=party' : '/casos'}>
          {words.clear}
        </a>
      </ButtonGroup>
    </form>
  );
}
