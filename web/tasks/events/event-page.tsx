import { refuseUnstorable } from '../../../api/edge/storable.js';
import { detailOf, ProblemError } from '../../../api/errors.js';
import { checkAnswers } from '../../../api/forms/check-answers.js';
import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { getEvent, reporterRole } from '../../../api/runs/pick-role.js';
import { reportEventOf } from '../../../api/runs/report-event.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { folioOf } from '../../../api/views/folio.js';
import { foresee } from '../../../api/views/foreseen.js';
import { formView } from '../../../api/views/form-view.js';
import type { ProtocolEvent } from '../../../protocols/language/definition.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { ErrorSummary, type Fault } from '../../components/error-summary.js';
import { Warning } from '../../components/warning.js';
import { formFaults } from '../../forms/faults.js';
import { FormFields } from '../../forms/form-fields.js';
import { CONTROLS } from '../../forms/names.js';
import { getKey } from '../../forms/one-time-key.js';
import { readAnswers } from '../../forms/read.js';
import { readShown } from '../../forms/shown-answers.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { nowOf, openCase } from '../task.js';
import { EventCheck } from './event-check.js';
import { WORDS } from './words.js';

type Answers = Readonly<Record<string, unknown>>;

/** Asks what an event needs to be reported. */
export async function eventPage(visit: Visit): Promise<Shown> {
  const { opened, event } = await openEvent(visit);
  return showEvent(visit, opened, event, {}, []);
}

/** Shows what was typed and what would come of the report; nothing is recorded yet. Also goes back to the form. */
export async function checkEvent(visit: Visit): Promise<Shown> {
  const { form, session, language } = visit;
  const { opened, event } = await openEvent(visit);
  if (form.get(CONTROLS.action) === 'cambiar') {
    return showEvent(visit, opened, event, readShown(form).answers, []);
  }
  const answers = readAnswers(event.form ?? [], form, session.timeZone);
  try {
    refuseUnstorable({ answers });
    const role = reporterRole(opened, event, undefined);
    const { brought } = checkAnswers(event.form ?? [], answers, undefined);
    const act = { type: 'event-reported', event: event.id, role, ...brought } as const;
    const seen = foresee(opened, act, nowOf(opened));
    if ('problem' in seen) throw seen.problem;
    const title = say(event.title, language);
    return {
      title: `${WORDS[language].check} – ${title} – ${caseKeyOf(opened.run.id)}`,
      content: <EventCheck {...{ visit, opened, event, answers }} foreseen={seen.foreseen} />,
    };
  } catch (error) {
    return comeBack(visit, opened, event, answers, error);
  }
}

/** Records the event that was shown, once per key, and leads to its receipt. */
export async function report(visit: Visit): Promise<Answer> {
  const { form } = visit;
  const { opened, event } = await openEvent(visit);
  const key = getKey(form);
  const { answers } = readShown(form);
  try {
    refuseUnstorable({ answers });
    const { seq } = await reportEventOf(opened, event.id, key, { answers });
    const { id } = opened.run;
    return { to: `/tareas/${id}/sucesos/${event.id}/registrado?folio=${folioOf(id, seq)}` };
  } catch (error) {
    return comeBack(visit, opened, event, answers, error);
  }
}

/** The event an address names, in a run where the institution takes part. */
export async function openEvent(visit: Visit): Promise<{ opened: OpenRun; event: ProtocolEvent }> {
  const opened = await openCase(visit, 'event.report');
  return { opened, event: getEvent(opened.definition, visit.params.event ?? '') };
}

function comeBack(
  visit: Visit,
  opened: OpenRun,
  event: ProtocolEvent,
  answers: Answers,
  error: unknown,
): Shown {
  if (!(error instanceof ProblemError)) throw error;
  const { language } = visit;
  const isForm = error.code === 'form-invalid' || error.code === 'body-invalid';
  const faults = isForm
    ? formFaults(error, formView(event.form ?? [], language), answers, language)
    : [{ text: detailOf(error, language) }];
  return showEvent(visit, opened, event, answers, faults);
}

function showEvent(
  visit: Visit,
  { run, definition }: OpenRun,
  event: ProtocolEvent,
  answers: Answers,
  faults: readonly Fault[],
): Shown {
  const { language, session } = visit;
  const words = WORDS[language];
  const title = say(event.title, language);
  const content = (
    <>
      <BackLink href={`/tareas/${run.id}`} text={words.back} />
      <ErrorSummary faults={faults} />
      <span class="govuk-caption-l">{`${say(definition.title, language)} – ${caseKeyOf(run.id)}`}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Warning>{words.intro}</Warning>
      <form
        method="post"
        autocomplete="off"
        action={`/tareas/${run.id}/sucesos/${event.id}`}
        noValidate
      >
        <FormKey visit={visit} />
        <FormFields
          fields={formView(event.form ?? [], language)}
          values={answers}
          faults={faults}
          timeZone={session.timeZone}
          language={language}
        />
        <Button>{words.review}</Button>
      </form>
    </>
  );
  const status = { title: `${title} – ${caseKeyOf(run.id)}`, content };
  return faults.length > 0 ? { ...status, faulty: true } : status;
}
