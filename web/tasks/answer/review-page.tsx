import { detailOf } from '../../../api/errors.js';
import { checkAnswers } from '../../../api/forms/check-answers.js';
import { findDraftOf } from '../../../api/runs/drafts.js';
import { type DescribedFile, evidenceAt } from '../../../api/runs/evidence.js';
import { isOpen } from '../../../api/runs/step-record.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { type Foreseen, foresee } from '../../../api/views/foreseen.js';
import { formView } from '../../../api/views/form-view.js';
import { stepDetail } from '../../../api/views/step-detail.js';
import { namedIn } from '../../../api/views/words.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { Due } from '../../components/due.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { FileList } from '../evidence/file-list.js';
import { type Filled, filledFrom } from '../step/filled.js';
import { answerFaults } from '../step/save.js';
import { showTask } from '../step/step-page.js';
import { nowOf, openTask, type Task, taskAt } from '../task.js';
import { AnswerList } from './answer-list.js';
import { Consequences, toldBy } from './consequences.js';
import { fasterPage } from './faster-page.js';
import { WORDS } from './words.js';

/** Everything that will be sent, what will come of it, and one button that names the act. */
export async function reviewPage(visit: Visit): Promise<Answer> {
  const task = await openTask(visit, 'step.read');
  const { opened, step, record, place } = task;
  const draft = await findDraftOf(opened, step, record);
  const filled = await filledFrom(visit, draft);
  if (!isOpen(record)) return fasterPage(visit, task, filled);
  const { answers, outcome } = filled;
  if (outcome === undefined) return { to: taskAt(place) };
  const faults = answerFaults(visit, task, filled);
  if (faults.length > 0) return showTask(visit, task, { filled, faults });
  const { brought } = checkAnswers(step.form ?? [], answers, outcome);
  const { opening, role } = place;
  const act = {
    type: 'step-completed',
    step: step.id,
    opening,
    outcome,
    role,
    ...brought,
  } as const;
  const seen = foresee(opened, act, nowOf(opened));
  if ('problem' in seen) {
    const text = detailOf(seen.problem, visit.language);
    return showTask(visit, task, { filled, faults: [{ text, field: CONTROLS.outcome }] });
  }
  const { language } = visit;
  const words = WORDS[language];
  const detail = stepDetail(opened, step, record);
  const files = (await evidenceAt(opened, place)).filter(({ seq }) => seq === null);
  const content = (
    <>
      <BackLink href={taskAt(place)} text={words.back} />
      <span class="govuk-caption-l">{`${detail.title} – ${caseKeyOf(place.run)}`}</span>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <Due due={detail.due} />
      <AnswerList
        visit={visit}
        outcomes={step.outcomes}
        fields={formView(step.form ?? [], language)}
        outcome={outcome}
        answers={answers}
        change={taskAt(place)}
      />
      <FileList visit={visit} place={place} files={files} />
      <Consequences foreseen={seen.foreseen} language={language} />
      <SendForm {...{ visit, task, filled, files }} foreseen={seen.foreseen} />
    </>
  );
  return { title: `${words.title} – ${detail.title} – ${caseKeyOf(place.run)}`, content };
}

/** Carries exactly what was shown, so that it is that and nothing else that is sent, once per key. */
function SendForm(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly filled: Filled;
  readonly files: readonly DescribedFile[];
  readonly foreseen: Foreseen;
}) {
  const { visit, task, filled, files, foreseen } = props;
  const { language } = visit;
  const words = WORDS[language];
  const { run, step, opening, role } = task.place;
  const { answers, outcome = '' } = filled;
  const title = namedIn(task.step.outcomes, outcome, language).title;
  const told = toldBy(foreseen);
  return (
    <form method="post" autocomplete="off" action={`/tareas/${run}/${step}/revisar`} noValidate>
      <FormKey visit={visit} />
      <input type="hidden" name={CONTROLS.key} value={freshKey()} />
      <input type="hidden" name={CONTROLS.opening} value={String(opening)} />
      <input type="hidden" name={CONTROLS.role} value={role} />
      <input
        type="hidden"
        name={CONTROLS.answers}
        value={JSON.stringify({ outcome, answers, files: files.map(({ id }) => id) })}
      />
      <p class="govuk-body rt-quiet">{`${words.notYet} ${words.keepDraft}`}</p>
      <Button>
        {told.length > 0 ? words.sendAndTell(title, told.join(', ')) : words.send(title)}
      </Button>
    </form>
  );
}
