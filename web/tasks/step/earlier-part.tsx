import type { OwnCompletion } from '../../../api/runs/own-answers.js';
import { momentOf } from '../../../api/views/due-view.js';
import { namedIn } from '../../../api/views/words.js';
import type { Visit } from '../../frame/visit.js';
import { type Task, taskAt } from '../task.js';
import { WORDS } from './words.js';

/** Earlier answers of the own institution to this step; what was written in them is opened one by one. */
export function EarlierPart(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly earlier: readonly OwnCompletion[];
}) {
  const { visit, task, earlier } = props;
  const { language, session } = visit;
  const words = WORDS[language];
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="antes">
      <h2 class="govuk-heading-m" id="antes">
        {words.earlier}
      </h2>
      <ul class="govuk-list">
        {earlier.map(({ act, at, folio }) => {
          const outcome = namedIn(task.step.outcomes, act.outcome, language).title;
          const moment = momentOf(at.getTime(), session.timeZone, language);
          const place = { ...task.place, opening: act.opening, role: act.role };
          return (
            <li>
              <a class="govuk-link" href={taskAt(place, '/enviada', { folio })}>
                {words.earlierLine(outcome, moment)}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
