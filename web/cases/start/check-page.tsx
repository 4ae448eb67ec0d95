import { type Language, say } from '../../../api/language.js';
import { actIdOf } from '../../../api/runs/commit.js';
import { gatesOf } from '../../../api/runs/gates.js';
import { type ForeseenStart, startFor } from '../../../api/runs/start-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { institutionIn, namedIn } from '../../../api/views/words.js';
import { findStart } from '../../../db/queries/find-entry.js';
import { listRecentStarts } from '../../../db/queries/similar-runs.js';
import { holderIn } from '../../../protocols/core/draft.js';
import type { RunState } from '../../../protocols/core/state.js';
import type { Attribute } from '../../../protocols/language/attribute.js';
import { canonicalJson } from '../../../protocols/language/fingerprint.js';
import { findPack } from '../../../protocols/language/pack.js';
import { signers } from '../../../protocols/language/step.js';
import { Button } from '../../components/button.js';
import { Checkboxes } from '../../components/choices.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { type Row, SummaryList } from '../../components/summary-list.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey, getKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { doneAt } from '../case/just-done.js';
import { CASE, listed } from '../case/words.js';
import { SEARCH } from '../search/words.js';
import { Unsure } from '../unsure.js';
import { foreseen } from './institutions-page.js';
import { Carried, startPage, startPath } from './start-frame.js';
import { agreedOf, questionsOf, startWishOf, type Wish } from './wish.js';
import { START } from './words.js';

/** So long after a start the same data are taken for the same case until somebody says otherwise. */
const SAME_WITHIN = 24 * 3600_000;
const OTHER = 'otra-persona';

/** Page 5: everything that was said, what the protocol will demand, and whether the case may exist already. */
export async function checkPage(visit: Visit): Promise<Answer> {
  const found = await foreseen(visit);
  if (!('start' in found)) return found;
  return askCheck(visit, found, []);
}

/** Starts the case, once for each page that was shown. */
export async function startCase(visit: Visit): Promise<Answer> {
  const { form, context, language } = visit;
  const found = await foreseen(visit, form);
  if (!('start' in found)) return found;
  const key = getKey(form);
  const wish = startWishOf(found.wish);
  const same = await similarTo(visit, found.wish, found.start);
  if (same.length > 0 && form.get(OTHER) !== 'si' && !(await wasStarted(visit, same, key))) {
    return askCheck(visit, found, [{ text: START[language].confirmOther, field: OTHER }]);
  }
  const { committed } = await startFor(context, visit, wish, key);
  return { to: doneAt(casePath(committed.runId), committed.runId, committed.seq) };
}

/** The same page sent twice finds the case of its first sending, which is no duplicate. */
async function wasStarted(
  { context, access }: Visit,
  same: readonly string[],
  key: string,
): Promise<boolean> {
  const entry = await findStart(context.door.db.sql, actIdOf(access, key));
  return entry !== undefined && same.includes(entry.runId);
}

/** Cases of the institution that began with the same codes and institutions a short while ago. */
async function similarTo(
  { context, access }: Visit,
  { definition }: Wish,
  { state }: ForeseenStart,
): Promise<string[]> {
  const recent = await listRecentStarts(context.door.db, {
    institution: access.institution,
    protocol: definition.id,
    rehearsal: false,
    after: context.door.clock.now() - SAME_WITHIN,
    limit: 200,
  });
  const wanted = canonicalJson([state.attributes, state.bindings]);
  return recent
    .filter((run) => canonicalJson([run.state.attributes, run.state.bindings]) === wanted)
    .map(({ id }) => id);
}

async function askCheck(
  visit: Visit,
  { wish, start }: { wish: Wish; start: ForeseenStart },
  faults: readonly Fault[],
): Promise<Shown> {
  const { language, form } = visit;
  const words = START[language];
  const same = await similarTo(visit, wish, start);
  const told = toldAtStart(visit, start);
  return startPage({
    visit,
    part: 5,
    heading: words.check,
    wish,
    faults,
    children: (
      <>
        <SummaryList rows={rowsOf(visit, wish, start)} />
        <p class="govuk-body">
          <a class="govuk-link" href="/casos/buscar">
            {SEARCH[language].link}
          </a>
        </p>
        <Unsure definition={start.definition} bindings={start.state.bindings} visit={visit} />
        <Demands start={start} language={language} />
        <form method="post" autocomplete="off" action="/casos/nuevo/iniciar">
          <FormKey visit={visit} />
          <input type="hidden" name={CONTROLS.key} value={form.get(CONTROLS.key) ?? freshKey()} />
          <Carried wish={wish} except={() => false} />
          {same.length > 0 && (
            <Checkboxes
              id={OTHER}
              label={words.duplicateTitle}
              hint={words.duplicate(same.slice(0, 5).map(caseKeyOf).join(', '))}
              error={faultOf(faults, OTHER)}
              items={[{ value: 'si', label: words.other }]}
            />
          )}
          <p class="govuk-body">{words.consequence(listed(told, language))}</p>
          <Button>{words.start}</Button>
        </form>
      </>
    ),
  });
}

/** Institutions whose steps open with the start. */
function toldAtStart({ context, language }: Visit, { definition, state }: ForeseenStart) {
  const holders = definition.steps
    .filter(({ id }) => state.steps[id]?.open)
    .flatMap((step) =>
      signers(step).map((role) => holderIn(state, definition.lead, step.id, role)),
    );
  const names = holders.map(
    ({ institution }) => institutionIn(context.door.directory, institution, language).title,
  );
  return [...new Set(names)];
}

function rowsOf({ language, context }: Visit, wish: Wish, { definition, state }: ForeseenStart) {
  const words = START[language];
  const change = (part: 1 | 2 | 3, about: string) => [
    { href: startPath(part, wish), text: words.change, about },
  ];
  const region = new Intl.DisplayNames(language, { type: 'region' });
  const title = say(definition.title, language);
  const pack = findPack(definition);
  const opens = definition.steps.filter(({ id }) => state.steps[id]?.open);
  const rows: (Row | undefined)[] = [
    { key: CASE[language].protocol, value: title, actions: change(1, CASE[language].protocol) },
    pack && { key: CASE[language].pack, value: say(pack.title, language) },
    ...questionsOf(wish.definition).map((attribute) => {
      const key = say(attribute.title, language);
      return { key, value: sayValue(attribute, state, language), actions: change(2, key) };
    }),
    ...agreedOf(wish.definition).map((attribute) => {
      const key = say(attribute.title, language);
      const value = sayValue(attribute, state, language);
      return pack
        ? { key, value: words.agreed(value, say(pack.title, language)) }
        : { key, value, actions: change(3, key) };
    }),
    {
      key: words.country,
      value: region.of(wish.country) ?? wish.country,
      actions: change(2, words.country),
    },
    ...definition.roles.flatMap(({ id, title: role }) => {
      const institution = wish.bindings[id];
      if (institution === undefined) return [];
      const key = say(role, language);
      const value = institutionIn(context.door.directory, institution, language).title;
      return [{ key, value, actions: change(3, key) }];
    }),
    { key: words.begins, value: opens.map((step) => say(step.title, language)).join('; ') },
  ];
  return rows;
}

function sayValue(
  { id, options }: Attribute,
  { attributes }: RunState,
  language: Language,
): string {
  const value = attributes[id];
  if (typeof value === 'boolean') return value ? START[language].yes : START[language].no;
  return options ? namedIn(options, String(value), language).title : String(value);
}

/** What departure and handover will require: consent, best interests, remedies, whatever the protocol says. */
function Demands({ start, language }: { start: ForeseenStart; language: 'es' | 'en' }) {
  const { definition } = start;
  const words = START[language];
  const gates = gatesOf(definition);
  const vacant = definition.roles.filter(({ id }) => !start.state.bindings[id]);
  return (
    <>
      {gates.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.gates}</h2>
          <p class="govuk-body">{words.gatesHint}</p>
          <ul class="govuk-list govuk-list--bullet">
            {gates.map((fact) => (
              <li>{namedIn(definition.facts, fact, language).title}</li>
            ))}
          </ul>
        </>
      )}
      {vacant.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.vacant}</h2>
          <p class="govuk-body">
            {`${vacant.map(({ title }) => say(title, language)).join(', ')}. ${words.vacantHint}`}
          </p>
        </>
      )}
    </>
  );
}
