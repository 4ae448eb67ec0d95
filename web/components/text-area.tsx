import { classes, describedBy, type FieldParts, FormGroup } from './form-group.js';
import { useWords } from './language.js';

const WORDS = {
  es: {
    upTo: (limit: number) => `Puede escribir hasta ${limit} caracteres`,
    under: { one: 'Le queda %{count} carácter', other: 'Le quedan %{count} caracteres' },
    at: 'No le quedan caracteres',
    over: { one: 'Sobra %{count} carácter', other: 'Sobran %{count} caracteres' },
  },
  en: {
    upTo: (limit: number) => `You can enter up to ${limit} characters`,
    under: {
      one: 'You have %{count} character remaining',
      other: 'You have %{count} characters remaining',
    },
    at: 'You have 0 characters remaining',
    over: {
      one: 'You have %{count} character too many',
      other: 'You have %{count} characters too many',
    },
  },
};

/** Several lines of text. With `limit`, says how many characters fit; nothing is cut off while typing. */
export function TextArea(
  props: FieldParts & {
    readonly value?: string;
    readonly rows?: number;
    readonly limit?: number;
    readonly spellCheck?: boolean;
  },
) {
  const { id, name = id, error, value = '', limit } = props;
  const words = useWords(WORDS);
  const counted = limit !== undefined;
  return (
    <FormGroup
      parts={props}
      extra={counted ? 'govuk-character-count' : undefined}
      data={counted ? countOf(limit, words) : undefined}
    >
      <textarea
        class={classes(
          'govuk-textarea',
          error && 'govuk-textarea--error',
          counted && 'govuk-js-character-count',
        )}
        id={id}
        name={name}
        rows={props.rows ?? 5}
        spellcheck={props.spellCheck}
        aria-describedby={describedBy(props, counted ? `${id}-info` : undefined)}
      >
        {/* HTML drops a first line break, so one that was typed needs another before it. */}
        {/^\r?\n/.test(value) ? `\n${value}` : value}
      </textarea>
      {counted && (
        <div id={`${id}-info`} class="govuk-hint govuk-character-count__message">
          {words.upTo(limit)}
        </div>
      )}
    </FormGroup>
  );
}

function countOf(limit: number, { under, at, over }: (typeof WORDS)['es']) {
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': limit,
    'data-i18n.characters-under-limit.one': under.one,
    'data-i18n.characters-under-limit.other': under.other,
    'data-i18n.characters-at-limit': at,
    'data-i18n.characters-over-limit.one': over.one,
    'data-i18n.characters-over-limit.other': over.other,
  };
}
