import { ProblemError, refused } from '../../../api/errors.js';
import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { reporterRole } from '../../../api/runs/pick-role.js';
import { keepReason } from '../../../api/runs/reasons.js';
import { reportEventOf } from '../../../api/runs/report-event.js';
import { formView } from '../../../api/views/form-view.js';
import { reportableIn } from '../../../api/views/reportable.js';
import type { ProtocolEvent } from '../../../protocols/language/definition.js';
import { refusal } from '../../../protocols/refusals.js';
import { Button } from '../../components/button.js';
import type { Fault } from '../../components/error-summary.js';
import { formFaults } from '../../forms/faults.js';
import { FormFields } from '../../forms/form-fields.js';
import { getKey } from '../../forms/one-time-key.js';
import { readAnswers } from '../../forms/read.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { openCase } from '../case/open-case.js';
import { ActionKeys, actionPage, Foreseen } from './action-frame.js';
import { ReasonField, readReason } from './reason-field.js';
import { ACTIONS } from './words.js';

/** An event with what reporting it would bring. */
export async function eventPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'event.report');
  return ask(visit, opened, getEventIn(opened, visit.query.get('suceso')), {}, []);
}

/** Reports the event, once for each page that was shown. */
export async function reportIt(visit: Visit): Promise<Answer> {
  const { form, access, language } = visit;
  const opened = await openCase(visit, 'event.report');
  const key = getKey(form);
  const id = form.get('suceso') ?? '';
  // Sent a second time, the event may no longer be one that can be reported: the door knows the key.
  const event = opened.definition.events.find((one) => one.id === id);
  if (!event) throw refused(refusal('event-unknown', { event: id }));
  const answers = readAnswers(event.form ?? [], form, access.timeZone);
  const { reason, faults } = readReason(visit);
  if (faults.length > 0) return ask(visit, opened, event, answers, faults);
  await keepReason(opened, key, reason);
  try {
    await reportEventOf(opened, event.id, key, { answers });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'form-invalid') throw error;
    const fields = formView(event.form ?? [], language);
    return ask(visit, opened, event, answers, formFaults(error, fields, answers, language));
  }
  return { to: casePath(opened.run.id) };
}

function getEventIn(opened: OpenRun, id: string | null): ProtocolEvent {
  const event = reportableIn(opened).find((one) => one.id === id);
  if (event) return event;
  throw refused(refusal('event-unknown', { event: id ?? '' }));
}

function ask(
  visit: Visit,
  opened: OpenRun,
  event: ProtocolEvent,
  values: Readonly<Record<string, unknown>>,
  faults: readonly Fault[],
): Shown {
  const { language, access } = visit;
  const role = reporterRole(opened, event, undefined);
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
        <input type="hidden" name="suceso" value={event.id} />
        <Foreseen opened={opened} wanted={{ type: 'event-reported', event: event.id, role }} />
        <FormFields
          fields={formView(event.form ?? [], language)}
          values={values}
          faults={faults}
          timeZone={access.timeZone}
          language={language}
        />
        <ReasonField visit={visit} faults={faults} />
        <Button kind="warning">{ACTIONS[language].confirm}</Button>
      </form>
    ),
  });
}
