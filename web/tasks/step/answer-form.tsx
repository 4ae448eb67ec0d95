import type { StepDetailView } from '../../../api/schemas/steps.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Radios } from '../../components/choices.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { FormFields } from '../../forms/form-fields.js';
import { CONTROLS } from '../../forms/names.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import type { Task } from '../task.js';
import type { Filled } from './filled.js';
import { WORDS } from './words.js';

/** Id of the form, so that buttons elsewhere on the page save it too. */
export const ANSWER_FORM = 'respuesta';

/** The form of a step: the definition's fields, the outcome, and what to do with it. */
export function AnswerForm(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly detail: StepDetailView;
  readonly filled: Filled;
  readonly faults: readonly Fault[];
  /** How many files go with the answer. */
  readonly files: number;
}) {
  const { visit, task, detail, filled, faults, files } = props;
  const { language, session } = visit;
  const words = WORDS[language];
  const { place } = task;
  return (
    <form
      id={ANSWER_FORM}
      method="post"
      autocomplete="off"
      action={`/tareas/${place.run}/${place.step}`}
      noValidate
      data-draft={`/tareas/${place.run}/${place.step}/borrador`}
    >
      <h2 class="govuk-heading-m">{words.form}</h2>
      <FormKey visit={visit} />
      <input type="hidden" name={CONTROLS.opening} value={String(place.opening)} />
      <input type="hidden" name={CONTROLS.role} value={place.role} />
      <input type="hidden" name={CONTROLS.known} value={String(filled.known)} />
      {detail.form.length === 0 && <p class="govuk-body">{words.noForm}</p>}
      <FormFields
        fields={detail.form}
        values={filled.answers}
        faults={faults}
        outcomes={detail.outcomes}
        timeZone={session.timeZone}
        language={language}
      />
      <OutcomeField detail={detail} filled={filled} faults={faults} visit={visit} />
      <p class="rt-draft govuk-body-s" role="status" data-draft-status>
        {filled.savedWords ?? words.unsent}
      </p>
      <ButtonGroup>
        <Button name={CONTROLS.action} value="revisar">
          {words.review}
        </Button>
        <Button kind="secondary" name={CONTROLS.action} value="guardar">
          {words.save}
        </Button>
        <Button kind="secondary" name={CONTROLS.action} value="salir">
          {words.leave}
        </Button>
      </ButtonGroup>
      <p class="govuk-body">
        <button type="submit" class="rt-link" name={CONTROLS.action} value="evidencia">
          {files > 0 ? `${words.files} (${words.fileCount(files)})` : words.files}
        </button>
      </p>
    </form>
  );
}

function OutcomeField(props: {
  readonly visit: Visit;
  readonly detail: StepDetailView;
  readonly filled: Filled;
  readonly faults: readonly Fault[];
}) {
  const { visit, detail, filled, faults } = props;
  const words = WORDS[visit.language];
  const possible = detail.outcomes.filter((outcome) => outcome.possible);
  const others = detail.outcomes.filter((outcome) => !outcome.possible);
  const hint = others.length > 0 && words.notNow(others.map(({ title }) => title).join('; '));
  return (
    <Radios
      id={CONTROLS.outcome}
      label={words.outcome}
      size="m"
      hint={hint || undefined}
      error={faultOf(faults, CONTROLS.outcome)}
      value={filled.outcome}
      items={possible.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
