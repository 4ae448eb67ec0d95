import { say } from '../../../api/language.js';
import { listCurrentForStart } from '../../../api/runs/startable.js';
import type { Attribute } from '../../../protocols/language/attribute.js';
import { Button } from '../../components/button.js';
import { Radios } from '../../components/choices.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { Select } from '../../components/select.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { Carried, startPage } from './start-frame.js';
import { countriesIn, NAMES, questionsOf, readWish, type Wish } from './wish.js';
import { START } from './words.js';

/** Page 1: which protocol. */
export async function protocolPage(visit: Visit): Promise<Answer> {
  return askProtocol(visit, []);
}

async function askProtocol(visit: Visit, faults: readonly Fault[]): Promise<Shown> {
  const { language, query, context } = visit;
  const words = START[language];
  const wish = await readWish(visit, query);
  const relative = query.get(NAMES.relative) ?? '';
  const definitions = await listCurrentForStart(context.door);
  return startPage({
    visit,
    part: 1,
    heading: words.protocol,
    asksIt: true,
    faults,
    ...(wish ? { wish } : {}),
    children: (
      <form method="get" action="/casos/nuevo/datos">
        {relative !== '' && <input type="hidden" name={NAMES.relative} value={relative} />}
        <Radios
          id={NAMES.protocol}
          label={words.protocol}
          heading
          size="l"
          error={faultOf(faults, NAMES.protocol)}
          value={wish?.definition.id}
          items={definitions.map((one) => ({
            value: one.id,
            label: say(one.title, language),
            hint: say(one.population, language),
          }))}
        />
        <Button>{words.next}</Button>
      </form>
    ),
  });
}

/** Page 2: the codes the protocol asks for at the start, and the country. */
export async function factsPage(visit: Visit): Promise<Answer> {
  const wish = await readWish(visit, visit.query);
  if (wish) return askFacts(visit, wish, []);
  const text = START[visit.language].chooseProtocol;
  return askProtocol(visit, [{ text, field: NAMES.protocol }]);
}

/** The page again with what is missing; undefined when nothing is. */
export async function factsAgain(visit: Visit, wish: Wish): Promise<Shown | undefined> {
  const words = START[visit.language];
  const faults: Fault[] = [];
  if (!(await countriesIn(visit)).includes(wish.country)) {
    faults.push({ text: words.chooseCountry, field: NAMES.country });
  }
  for (const attribute of questionsOf(wish.definition)) {
    const open = wish.attributes[attribute.id] === undefined && attribute.initially === undefined;
    if (!open) continue;
    const title = say(attribute.title, visit.language);
    const text = attribute.type === 'number' ? words.writeNumber(title) : words.choose(title);
    faults.push({ text, field: NAMES.attribute(attribute.id) });
  }
  return faults.length > 0 ? askFacts(visit, wish, faults) : undefined;
}

async function askFacts(visit: Visit, wish: Wish, faults: readonly Fault[]): Promise<Shown> {
  const { language } = visit;
  const words = START[language];
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const countries = await countriesIn(visit);
  const asked = questionsOf(wish.definition);
  const own = new Set([NAMES.country, ...asked.map(({ id }) => NAMES.attribute(id))]);
  return startPage({
    visit,
    part: 2,
    heading: words.facts,
    wish,
    faults,
    children: (
      <form method="get" action="/casos/nuevo/instituciones">
        <Carried wish={wish} except={(name) => own.has(name)} />
        <p class="govuk-inset-text">{words.noPerson}</p>
        {asked.map((attribute) => (
          <Question {...{ attribute, wish, visit, faults }} />
        ))}
        <Select
          id={NAMES.country}
          label={words.country}
          hint={words.countryHint}
          error={faultOf(faults, NAMES.country)}
          value={wish.country}
          items={[
            { value: '', label: words.chooseCountry },
            ...countries.map((code) => ({ value: code, label: names.of(code) ?? code })),
          ]}
        />
        <Button>{words.next}</Button>
      </form>
    ),
  });
}

/** One question a start asks. */
export function Question(props: {
  readonly attribute: Attribute;
  readonly wish: Wish;
  readonly visit: Visit;
  readonly faults: readonly Fault[];
  readonly hint?: string;
}) {
  const { attribute, wish, visit, faults, hint } = props;
  const { language, query } = visit;
  const words = START[language];
  const id = NAMES.attribute(attribute.id);
  const parts = { id, label: say(attribute.title, language), hint, error: faultOf(faults, id) };
  const value = wish.attributes[attribute.id] ?? attribute.initially;
  if (attribute.type === 'number') {
    return <Field {...parts} inputMode="decimal" width={5} value={query.get(id) ?? ''} />;
  }
  const items =
    attribute.type === 'boolean'
      ? [
          { value: 'si', label: words.yes },
          { value: 'no', label: words.no },
        ]
      : (attribute.options ?? []).map((one) => ({
          value: one.id,
          label: say(one.title, language),
        }));
  const chosen = value === true ? 'si' : value === false ? 'no' : value;
  return (
    <Radios {...parts} items={items} value={chosen === undefined ? undefined : String(chosen)} />
  );
}
