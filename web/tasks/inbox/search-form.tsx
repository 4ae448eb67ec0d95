import type { Language } from '../../../api/language.js';
import type { NamedView } from '../../../api/schemas/common.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Checkboxes } from '../../components/choices.js';
import { Details } from '../../components/details.js';
import { Field } from '../../components/field.js';
import { Select } from '../../components/select.js';
import { type Asked, inboxAt, isNarrowed, LISTS } from './asked.js';
import { WORDS } from './words.js';

/** Narrows the list; everything it asks for stands in the address. */
export function SearchForm(props: {
  readonly asked: Asked;
  readonly protocols: readonly NamedView[];
  readonly fault: string | undefined;
  readonly language: Language;
}) {
  const { asked, protocols, fault, language } = props;
  const words = WORDS[language];
  return (
    <Details summary={words.filter} open={isNarrowed(asked) || asked.rehearsals}>
      <form method="get" action="/tareas" noValidate>
        <input type="hidden" name="ver" value={LISTS[asked.holding]} />
        <Field
          id="clave"
          label={words.search}
          hint={words.searchHint}
          value={asked.key}
          error={fault}
          width={20}
          spellCheck={false}
          autoComplete="off"
        />
        {protocols.length > 1 && (
          <Select
            id="protocolo"
            label={words.protocol}
            value={asked.protocol ?? ''}
            items={[
              { value: '', label: words.anyProtocol },
              ...protocols.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        )}
        <Checkboxes
          id="ensayos"
          label={words.rehearsal}
          small
          values={asked.rehearsals ? ['si'] : []}
          items={[{ value: 'si', label: words.rehearsals }]}
        />
        <ButtonGroup>
          <Button kind="secondary">{words.filter}</Button>
          {isNarrowed(asked) && (
            <a
              class="govuk-link"
              href={inboxAt(asked, { key: '', group: undefined, protocol: undefined })}
            >
              {words.clear}
            </a>
          )}
        </ButtonGroup>
      </form>
    </Details>
  );
}
