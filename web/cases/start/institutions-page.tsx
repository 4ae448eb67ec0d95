import { ProblemError, refused } from '../../../api/errors.js';
import { say } from '../../../api/language.js';
import { checkMayStart, type ForeseenStart, foreseeStart } from '../../../api/runs/start-run.js';
import { Button } from '../../components/button.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { Select } from '../../components/select.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { inNames } from '../in-names.js';
import { choiceOf } from '../sited.js';
import { factsAgain, Question } from './question-pages.js';
import { Carried, startPage } from './start-frame.js';
import { agreedOf, getWish, NAMES, readWish, startWishOf, type Wish } from './wish.js';
import { START } from './words.js';

/** Page 3: the institution of each role, proposed by kind and place. */
export async function institutionsPage(visit: Visit): Promise<Answer> {
  const wish = getWish(await readWish(visit, visit.query));
  return (await factsAgain(visit, wish)) ?? askInstitutions(visit, wish, []);
}

/** What the last two pages rest on: a start that would be accepted, or the page that says what is missing. */
export async function foreseen(
  visit: Visit,
  given = visit.query,
): Promise<{ wish: Wish; start: ForeseenStart } | Shown> {
  const wish = getWish(await readWish(visit, given));
  const again = await factsAgain(visit, wish);
  if (again) return again;
  const faults = missing(visit, wish);
  if (faults.length > 0) return askInstitutions(visit, wish, faults);
  try {
    checkMayStart(visit.context, visit, startWishOf(wish));
    const start = await foreseeStart(visit.context, startWishOf(wish));
    if ('code' in start) throw refused(start);
    return { wish, start };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { context, language } = visit;
    const text = inNames(error, wish.definition, context.door.directory, language);
    const role = wish.definition.roles.find(({ id }) => id === error.options.params?.role);
    return askInstitutions(visit, wish, [
      { text, ...(role ? { field: NAMES.role(role.id) } : {}) },
    ]);
  }
}

function missing({ language }: Visit, { definition, bindings }: Wish): Fault[] {
  return definition.roles
    .filter(({ id, optional }) => !optional && bindings[id] === undefined)
    .map(({ id, title }) => ({
      text: START[language].chooseInstitution(say(title, language)),
      field: NAMES.role(id),
    }));
}

function askInstitutions(visit: Visit, wish: Wish, faults: readonly Fault[]): Shown {
  const { language, context } = visit;
  const words = START[language];
  const agreed = wish.pack === undefined ? agreedOf(wish.definition) : [];
  const own = new Set(agreed.map(({ id }) => NAMES.attribute(id)));
  return startPage({
    visit,
    part: 3,
    heading: words.institutions,
    wish,
    faults,
    children: (
      <form method="get" action="/casos/nuevo/plazos">
        <Carried wish={wish} except={(name) => name.startsWith(NAMES.role('')) || own.has(name)} />
        <p class="govuk-body">{words.institutionsHint}</p>
        {wish.choices.map(({ role, candidates }) => (
          <Select
            id={NAMES.role(role.id)}
            label={say(role.title, language)}
            optional={role.optional}
            error={faultOf(faults, NAMES.role(role.id))}
            value={wish.bindings[role.id] ?? ''}
            items={[
              { value: '', label: role.optional ? words.nobody : words.chooseOne },
              ...candidates.map((one) => choiceOf(one, context.door.directory, language)),
            ]}
          />
        ))}
        {agreed.map((attribute) => (
          <Question {...{ attribute, wish, visit, faults }} hint={words.agreedHint} />
        ))}
        <Button>{words.next}</Button>
      </form>
    ),
  });
}
