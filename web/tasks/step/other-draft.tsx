import type { Draft } from '../../../api/runs/drafts.js';
import { momentOf } from '../../../api/views/due-view.js';
import { formView } from '../../../api/views/form-view.js';
import { Banner } from '../../components/banner.js';
import { Details } from '../../components/details.js';
import type { Visit } from '../../frame/visit.js';
import { AnswerList } from '../answer/answer-list.js';
import type { Task } from '../task.js';
import { WORDS } from './words.js';

/** Two people wrote at once: says so, shows what the other one saved, and lets this one decide. Nothing was replaced. */
export function OtherDraft(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly draft: Draft;
  /** Who saved it. */
  readonly name: string;
}) {
  const { visit, task, draft, name } = props;
  const { language, session } = visit;
  const words = WORDS[language];
  const moment = momentOf(draft.savedAt.getTime(), session.timeZone, language);
  return (
    <Banner text={words.otherDraft(name, moment)}>
      <Details summary={words.otherText}>
        <AnswerList
          visit={visit}
          outcomes={task.step.outcomes}
          fields={formView(task.step.form ?? [], language)}
          outcome={draft.outcome}
          answers={draft.answers}
        />
      </Details>
    </Banner>
  );
}
