import { mayShow } from '../../../api/auth/fields.js';
import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import type { Foreseen } from '../../../api/views/foreseen.js';
import { formView } from '../../../api/views/form-view.js';
import type { ProtocolEvent } from '../../../protocols/language/definition.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import { AnswerList } from '../answer/answer-list.js';
import { Consequences } from '../answer/consequences.js';
import { WORDS } from './words.js';

/** What would be recorded and what would come of it, with one button that names the act. */
export function EventCheck(props: {
  readonly visit: Visit;
  readonly opened: OpenRun;
  readonly event: ProtocolEvent;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly foreseen: Foreseen;
}) {
  const { visit, opened, event, answers, foreseen } = props;
  const { language } = visit;
  const words = WORDS[language];
  const title = say(event.title, language);
  const address = `/tareas/${opened.run.id}/sucesos/${event.id}`;
  const shown = JSON.stringify({ outcome: '', answers });
  return (
    <>
      <BackLink href={`/tareas/${opened.run.id}`} text={words.back} />
      <span class="govuk-caption-l">{caseKeyOf(opened.run.id)}</span>
      <h1 class="govuk-heading-l">{`${words.check}: ${title}`}</h1>
      <AnswerList
        visit={visit}
        outcomes={[]}
        fields={formView(event.form ?? [], language)}
        outcome={undefined}
        answers={answers}
      />
      <Consequences
        foreseen={foreseen}
        language={language}
        otherwise={mayShow(opened, 'foreseen.course') ? words.nothing : words.reserved}
      />
      <form method="post" autocomplete="off" action={`${address}/registrar`} noValidate>
        <FormKey visit={visit} />
        <input type="hidden" name={CONTROLS.key} value={freshKey()} />
        <input type="hidden" name={CONTROLS.answers} value={shown} />
        <Button>{words.send(title)}</Button>
      </form>
      {event.form && event.form.length > 0 && (
        <form method="post" autocomplete="off" action={address} noValidate>
          <FormKey visit={visit} />
          <input type="hidden" name={CONTROLS.answers} value={shown} />
          <button type="submit" class="rt-link" name={CONTROLS.action} value="cambiar">
            {words.change}
          </button>
        </form>
      )}
    </>
  );
}
