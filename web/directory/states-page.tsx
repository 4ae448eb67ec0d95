import { institutionIn, stateIn } from '../../api/views/words.js';
import { type Institution, listInstitutions } from '../../db/queries/institutions.js';
import { sitsAbroad } from '../../protocols/language/corridor.js';
import { Banner } from '../components/banner.js';
import { Button } from '../components/button.js';
import { Checkboxes } from '../components/choices.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { Select } from '../components/select.js';
import { Table } from '../components/table.js';
import { Tag } from '../components/tag.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Shown, Visit } from '../frame/visit.js';
import { DIRECTORY } from './words.js';

export const PAGE = '/directorio';

/** `GET /directorio`; with faults, what its form brings back. */
export async function statesPage(visit: Visit, faults: readonly Fault[] = []): Promise<Shown> {
  const { language, query } = visit;
  const words = DIRECTORY[language];
  const abroad = await listAbroad(visit);
  const unsaid = abroad.filter(({ ofState }) => ofState === null).length;
  const content = (
    <>
      <ErrorSummary faults={faults} />
      {faults.length === 0 && query.get('hecho') !== null && (
        <Banner
          kind="success"
          text={query.get('hecho') === 'quitado' ? words.taken : words.saved}
        />
      )}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.about}</p>
      {unsaid > 0 && <p class="govuk-inset-text">{words.unsaid(unsaid)}</p>}
      {abroad.length === 0 ? (
        <p class="govuk-body">{words.nobody}</p>
      ) : (
        <>
          <Table
            caption={words.list}
            captionSize="m"
            columns={words.columns.map((title) => ({ title }))}
            rows={abroad.map(({ id, country, ofState }) => [
              nameOf(visit, id),
              stateIn(country, language),
              ofState ? stateIn(ofState, language) : <Tag colour="yellow">{words.missing}</Tag>,
            ])}
          />
          <StateForm visit={visit} abroad={abroad} faults={faults} />
        </>
      )}
    </>
  );
  return { title: words.title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

function StateForm(props: {
  readonly visit: Visit;
  readonly abroad: readonly Institution[];
  readonly faults: readonly Fault[];
}) {
  const { visit, abroad, faults } = props;
  const words = DIRECTORY[visit.language];
  return (
    <Narrow>
      <h2 class="govuk-heading-m">{words.enter}</h2>
      <form method="post" autocomplete="off" noValidate>
        <FormKey visit={visit} />
        <Select
          id="institucion"
          label={words.institution}
          error={faultOf(faults, 'institucion')}
          value={visit.form.get('institucion') ?? ''}
          items={[
            { value: '', label: words.chooseInstitution },
            ...abroad.map(({ id }) => ({ value: id, label: nameOf(visit, id) })),
          ]}
        />
        <Field
          id="estado"
          label={words.state}
          hint={words.stateHint}
          error={faultOf(faults, 'estado')}
          value={visit.form.get('estado') ?? ''}
          width={2}
          spellCheck={false}
        />
        <Checkboxes
          id="no-consta"
          label={words.unknown}
          small
          values={visit.form.get('no-consta') === 'si' ? ['si'] : []}
          items={[{ value: 'si', label: words.takeBack }]}
        />
        <Button>{words.save}</Button>
      </form>
    </Narrow>
  );
}

/** Active consulates and ministries, those of which nobody has said whose they are first. */
export async function listAbroad({ context }: Pick<Visit, 'context'>): Promise<Institution[]> {
  const all = await listInstitutions(context.door.db);
  const abroad = all.filter((one) => one.active && sitsAbroad(one));
  return [
    ...abroad.filter(({ ofState }) => ofState === null),
    ...abroad.filter(({ ofState }) => ofState !== null),
  ];
}

function nameOf({ context, language }: Visit, id: string): string {
  return institutionIn(context.door.directory, id, language).title;
}
