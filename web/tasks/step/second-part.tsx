import type { Unconfirmed } from '../../../api/runs/unconfirmed.js';
import { momentOf } from '../../../api/views/due-view.js';
import { namedIn } from '../../../api/views/words.js';
import { Button } from '../../components/button.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import { type Task, taskAt } from '../task.js';

const WORDS = {
  es: {
    title: 'Falta una segunda persona',
    given: (outcome: string, moment: string) =>
      `Un colega respondió «${outcome}» ${moment}. Surte efecto cuando otra persona de su institución, un colega o la supervisión, lo confirma.`,
    open: (folio: string) => `Abrir la respuesta que espera (folio ${folio})`,
    read: 'Léala antes de confirmarla: se confirma esa y ninguna otra. Si cambia después, no se confirma nada. Quien la dio no puede confirmarla; otra respuesta la reemplaza.',
    confirm: (outcome: string) => `Confirmar «${outcome}»`,
  },
  en: {
    title: 'A second person is needed',
    given: (outcome: string, moment: string) =>
      `A colleague answered “${outcome}” ${moment}. It takes effect when another person of your institution, a colleague or the supervisor, confirms it.`,
    open: (folio: string) => `Open the answer that waits (folio ${folio})`,
    read: 'Read it before you confirm it: that one is confirmed and no other. If it is changed since, nothing is confirmed. Whoever gave it cannot confirm it; another answer replaces it.',
    confirm: (outcome: string) => `Confirm “${outcome}”`,
  },
};

/** An answer of the own institution that waits for somebody else to confirm it; nothing where none does. */
export function SecondPart(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly given: Unconfirmed | undefined;
}) {
  const { visit, task, given } = props;
  const { language, access } = visit;
  const { step, place } = task;
  if (!given) return null;
  const words = WORDS[language];
  const { title } = namedIn(step.outcomes, given.outcome, language);
  const { outcome, folio } = given;
  const answer = { outcome, answers: {}, files: [], confirms: folio };
  return (
    <section aria-labelledby="segunda">
      <h2 class="govuk-heading-m" id="segunda">
        {words.title}
      </h2>
      <p class="govuk-body">{words.given(title, momentOf(given.at, access.timeZone, language))}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={taskAt(place, '/enviada', { folio })}>
          {words.open(folio)}
        </a>
      </p>
      <p class="govuk-body">{words.read}</p>
      <form
        method="post"
        autocomplete="off"
        action={`/tareas/${place.run}/${place.step}/revisar`}
        noValidate
      >
        <FormKey visit={visit} />
        <input type="hidden" name={CONTROLS.key} value={freshKey()} />
        <input type="hidden" name={CONTROLS.opening} value={String(place.opening)} />
        <input type="hidden" name={CONTROLS.role} value={place.role} />
        <input type="hidden" name={CONTROLS.answers} value={JSON.stringify(answer)} />
        <Button>{words.confirm(title)}</Button>
      </form>
    </section>
  );
}
