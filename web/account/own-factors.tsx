import { momentOf } from '../../api/views/due-view.js';
import type { Passkey } from '../../db/queries/second-factors.js';
import { Table } from '../components/table.js';
import { FormKey } from '../frame/routes.js';
import type { Visit } from '../frame/visit.js';

const WORDS = {
  es: {
    caption: 'Los que tiene',
    factor: 'Segundo factor',
    since: 'Desde',
    used: 'Usado por última vez',
    action: 'Acción',
    codes: 'Códigos en el teléfono',
    passkey: (n: number) => `Llave de acceso ${n}`,
    never: 'Todavía no',
    remove: 'Quitar',
  },
  en: {
    caption: 'Those you have',
    factor: 'Second factor',
    since: 'Since',
    used: 'Last used',
    action: 'Action',
    codes: 'Codes on the telephone',
    passkey: (n: number) => `Passkey ${n}`,
    never: 'Not yet',
    remove: 'Remove',
  },
} as const;

/** The second factors a person has, each with the way to be rid of it. Nothing where there is none. */
export function OwnFactors(props: {
  readonly visit: Visit;
  readonly hasCodes: boolean;
  readonly passkeys: readonly Passkey[];
}) {
  const { visit, hasCodes, passkeys } = props;
  const { language, session } = visit;
  const words = WORDS[language];
  if (!hasCodes && passkeys.length === 0) return null;
  const at = (when: Date) => momentOf(when.getTime(), session.timeZone, language);
  const rows = [
    ...(hasCodes
      ? [[words.codes, '', '', <Remove visit={visit} factor="codigos" name={words.codes} />]]
      : []),
    ...passkeys.map(({ id, createdAt, usedAt }, index) => {
      const name = words.passkey(index + 1);
      return [
        name,
        at(createdAt),
        usedAt ? at(usedAt) : words.never,
        <Remove visit={visit} factor={id} name={name} />,
      ];
    }),
  ];
  return (
    <Table
      caption={words.caption}
      captionSize="m"
      columns={[words.factor, words.since, words.used, words.action].map((title) => ({ title }))}
      rows={rows}
    />
  );
}

function Remove(props: { readonly visit: Visit; readonly factor: string; readonly name: string }) {
  const { visit, factor, name } = props;
  return (
    <form method="post" action="/cuenta/segundo/quitar">
      <FormKey visit={visit} />
      <input type="hidden" name="factor" value={factor} />
      <button type="submit" class="rt-link">
        {WORDS[visit.language].remove}
        <span class="govuk-visually-hidden">{` ${name}`}</span>
      </button>
    </form>
  );
}
