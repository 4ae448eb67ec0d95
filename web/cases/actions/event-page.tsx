import { detailOf, ProblemError, refused } from '../../../api/errors.js';
import { checkAnswers } from '../../../api/forms/check-answers.js';
import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { reporterRole } from '../../../api/runs/pick-role.js';
import { keepReason } from '../../../api/runs/reasons.js';
import { reportEventOf } from '../../../api/runs/report-event.js';
import { foresee } from '../../../api/views/foreseen.js';
import { formView } from '../../../api/views/form-view.js';
import { reportableIn } from '../../../api/views/reportable.js';
import { nowOf } from '../../../api/views/run-view.js';
import type { UndatedAct } from '../../../door/acts.js';
import type { ProtocolEvent } from '../../../protocols/language/definition.js';
import { refusal } from '../../../protocols/refusals.js';
import { Button } from '../../components/button.js';
import type { Fault } from '../../components/error-summary.js';
import { formFaults } from '../../forms/faults.js';
import { FormFields } from '../../forms/form-fields.js';
import { CONTROLS } from '../../forms/names.js';
import { getKey } from '../../forms/one-time-key.js';
import { readAnswers } from '../../forms/read.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { doneAt } from '../case/just-done.js';
import { openCase } from '../case/open-case.js';
import { ActionKeys, actionPage, Foreseen } from './action-frame.js';
import { ReasonField, readReason } from './reason-field.js';
import { ACTIONS } from './words.js';

type Answers = Readonly<Record<string, unknown>>;

/** An event with what reporting it would bring. */
export async function eventPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'event.report');
  return ask(visit, opened, getEventIn(opened, visit.query.get(CONTROLS.event)), {}, []);
}

/** Reports the event, once for each page that was shown. What was not shown before is shown first. */
export async function reportIt(visit: Visit): Promise<Answer> {
  const { form, access, language } = visit;
  const opened = await openCase(visit, 'event.report');
  const key = getKey(form);
  const id = form.get(CONTROLS.event) ?? '';
  // Sent a second time, the event may no longer be one that can be reported: the door knows the key.
  const event = opened.definition.events.find((one) => one.id === id);
  if (!event) throw refused(refusal('event-unknown', { event: id }));
  const answers = readAnswers(event.form ?? [], form, access.timeZone);
  const given = readReason(visit);
  // The reason is kept once per key: not before everything else is right.
  const faults = [...faultsIn(event, answers, language), ...given.faults];
  if (faults.length > 0) return ask(visit, opened, event, answers, faults);
  if (dependsOnAnswers(event) && form.get(CONTROLS.seen) !== JSON.stringify(answers)) {
    return ask(visit, opened, event, answers, []);
  }
  await keepReason(opened, key, given.reason);
  try {
    const { seq } = await reportEventOf(opened, event.id, key, { answers });
    return { to: doneAt(casePath(opened.run.id), opened.run.id, seq) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return ask(visit, opened, event, answers, [{ text: detailOf(error, language) }]);
  }
}

function getEventIn(opened: OpenRun, id: string | null): ProtocolEvent {
  const event = reportableIn(opened).find((one) => one.id === id);
  if (event) return event;
  throw refused(refusal('event-unknown', { event: id ?? '' }));
}

function faultsIn(event: ProtocolEvent, answers: Answers, language: 'es' | 'en'): Fault[] {
  const form = event.form ?? [];
  try {
    checkAnswers(form, answers, undefined);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'form-invalid') throw error;
    return formFaults(error, formView(form, language), answers, language);
  }
}

/** Whether an answer enters the run, so that what comes of the event cannot be told before it is given. */
function dependsOnAnswers({ form = [] }: ProtocolEvent): boolean {
  return form.some(({ assigns, plans, ends, refers }) => assigns || plans || ends || refers);
}

/** The act as these answers make it; undefined while what it would bring depends on answers that are missing. */
function wantedWith(
  opened: OpenRun,
  event: ProtocolEvent,
  answers: Answers,
): UndatedAct | undefined {
  const role = reporterRole(opened, event, undefined);
  const act = { type: 'event-reported', event: event.id, role } as const;
  if (!dependsOnAnswers(event)) return act;
  if (faultsIn(event, answers, opened.language).length > 0) return undefined;
  return { ...act, ...checkAnswers(event.form ?? [], answers, undefined).brought };
}

function ask(
  visit: Visit,
  opened: OpenRun,
  event: ProtocolEvent,
  values: Answers,
  faults: readonly Fault[],
): Shown {
  const { language, access } = visit;
  const words = ACTIONS[language];
  const wanted = wantedWith(opened, event, values);
  const isPossible = wanted && 'foreseen' in foresee(opened, wanted, nowOf(opened));
  const isOpen = isPossible || dependsOnAnswers(event);
  return actionPage({
    opened,
    heading: say(event.title, language),
    faults,
    children: (
      <form
        method="post"
        autocomplete="off"
        action={casePath(opened.run.id, '/acciones/suceso')}
        noValidate
      >
        <ActionKeys visit={visit} />
        <input type="hidden" name={CONTROLS.event} value={event.id} />
        {wanted ? (
          <Foreseen opened={opened} wanted={wanted} />
        ) : (
          <p class="govuk-inset-text">{words.dependsOnAnswers}</p>
        )}
        {isOpen && (
          <>
            <FormFields
              fields={formView(event.form ?? [], language)}
              values={values}
              faults={faults}
              timeZone={access.timeZone}
              language={language}
            />
            <ReasonField visit={visit} faults={faults} />
            {isPossible ? (
              <>
                <input type="hidden" name={CONTROLS.seen} value={JSON.stringify(values)} />
                <Button kind="warning">{words.confirm}</Button>
              </>
            ) : (
              <Button kind="secondary">{words.preview}</Button>
            )}
          </>
        )}
      </form>
    ),
  });
}
