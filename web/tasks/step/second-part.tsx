import { momentOf } from '../../../api/views/due-view.js';
import { namedIn } from '../../../api/views/words.js';
import { findUnseconded } from '../../../protocols/core/signing.js';
import { Button } from '../../components/button.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import type { Task } from '../task.js';

const WORDS = {
  es: {
    title: 'Falta una segunda persona',
    given: (outcome: string, moment: string) =>
      `Un colega respondió «${outcome}» ${moment}. Surte efecto cuando otra persona de su institución, un colega o la supervisión, lo confirma.`,
    read: 'Lea la respuesta en «Respuestas anteriores» antes de confirmarla. Quien la dio no puede confirmarla; otra respuesta la reemplaza.',
    confirm: (outcome: string) => `Confirmar «${outcome}»`,
  },
  en: {
    title: 'A second person is needed',
    given: (outcome: string, moment: string) =>
      `A colleague answered “${outcome}” ${moment}. It takes effect when another person of your institution, a colleague or the supervisor, confirms it.`,
    read: 'Read the answer under “Earlier answers” before you confirm it. Whoever gave it cannot confirm it; another answer replaces it.',
    confirm: (outcome: string) => `Confirm “${outcome}”`,
  },
};

/** An answer of the own institution that waits for somebody else to confirm it; nothing where none does. */
export function SecondPart({ visit, task }: { readonly visit: Visit; readonly task: Task }) {
  const { language, access } = visit;
  const { opened, step, place } = task;
  const open = opened.run.state.steps[step.id]?.open;
  const given = open && findUnseconded(step, open, place.role);
  if (!open || !given || open.opening !== place.opening) return null;
  const words = WORDS[language];
  const { title } = namedIn(step.outcomes, given.outcome, language);
  const answer = { outcome: given.outcome, answers: {}, files: [] };
  return (
    <section aria-labelledby="segunda">
      <h2 class="govuk-heading-m" id="segunda">
        {words.title}
      </h2>
      <p class="govuk-body">{words.given(title, momentOf(given.at, access.timeZone, language))}</p>
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
