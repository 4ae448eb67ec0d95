import { refused } from '../../api/errors.js';
import { listEvidence } from '../../api/record/given-evidence.js';
import { openRun } from '../../api/runs/open-run.js';
import { findByPseudonym } from '../../door/pseudonyms.js';
import { refusal } from '../../protocols/refusals.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { DateField } from '../components/date-field.js';
import { dateFrom, datePartsIn } from '../components/date-parts.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { CONTROLS } from '../forms/names.js';
import { freshKey } from '../forms/one-time-key.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { askOrFaults } from './ask.js';
import { OwnCheckpoint } from './own-checkpoint.js';
import { RequestList } from './request-list.js';
import { RECORD } from './words.js';

export const MONITOR_PAGE = '/monitoreo/pruebas';
const FROM = 'desde';
const TO = 'hasta';
const CASE = 'caso';

/** What a monitoring body asked for, and the form: of a period, or with `?caso=` of one case. */
export async function monitorEvidence(visit: Visit): Promise<Answer> {
  const name = visit.query.get(CASE);
  if (name !== null) await getCase(visit, name);
  return shown(visit, name, []);
}

/** Asks for evidence of the period or case of the form. */
export async function askAsMonitor(visit: Visit): Promise<Answer> {
  const { form } = visit;
  const name = form.get(CASE);
  const day = (field: string) => dateFrom(datePartsIn(form, field));
  const answer = name
    ? await askOrFaults(visit, { case: name })
    : await askOrFaults(visit, { from: day(FROM), to: day(TO) }, `${FROM}-day`);
  return 'to' in answer ? answer : shown(visit, name, answer);
}

/** Throws `run-unknown` for a name that is none, or not this institution's. */
async function getCase(visit: Visit, name: string): Promise<void> {
  const { context, access } = visit;
  const run = await findByPseudonym(context.door, access.institution, name);
  if (run === undefined) throw refused(refusal('run-unknown'));
  await openRun(context, visit, run, 'evidence.ask');
}

async function shown(visit: Visit, name: string | null, faults: readonly Fault[]): Promise<Shown> {
  const { language, context } = visit;
  const words = RECORD[language];
  const given = await listEvidence(context, visit);
  const content = (
    <>
      <BackLink href={name ? `/monitoreo/casos/${name}` : '/monitoreo'} />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.monitorAbout}</p>
      <p class="govuk-body">{words.logged}</p>
      <h2 class="govuk-heading-m">{name ? words.caseTitle(name) : words.periodTitle}</h2>
      {!name && <p class="govuk-body">{words.byCase}</p>}
      <form method="post" action={MONITOR_PAGE} autocomplete="off" noValidate>
        <FormKey visit={visit} />
        <input type="hidden" name={CONTROLS.key} value={freshKey()} />
        {name ? (
          <input type="hidden" name={CASE} value={name} />
        ) : (
          <Period visit={visit} faults={faults} />
        )}
        <OwnCheckpoint visit={visit} faults={faults} />
        <Button>{words.ask}</Button>
      </form>
      <RequestList visit={visit} given={given} />
    </>
  );
  return { title: words.title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

function Period({ visit, faults }: { readonly visit: Visit; readonly faults: readonly Fault[] }) {
  const { language, form } = visit;
  const words = RECORD[language];
  return (
    <>
      <DateField
        id={FROM}
        label={words.from}
        hint={words.dayHint}
        error={faultOf(faults, `${FROM}-day`)}
        value={datePartsIn(form, FROM)}
      />
      <DateField id={TO} label={words.to} value={datePartsIn(form, TO)} />
    </>
  );
}
