import { ownCompletions } from '../../../api/runs/own-answers.js';
import type { StepDetailView } from '../../../api/schemas/steps.js';
import { momentOf } from '../../../api/views/due-view.js';
import type { Visit } from '../../frame/visit.js';
import { type Task, taskAt } from '../task.js';
import { WORDS } from './words.js';

/** How a task ended. */
function closedWords(visit: Visit, { record }: Task, detail: StepDetailView): string[] {
  const { language, session } = visit;
  const words = WORDS[language];
  const outcome = detail.outcome?.title ?? '';
  if (record.status === 'signed') return [words.mySignature(outcome)];
  const closedAt = record.closedAt?.getTime();
  return [
    ...(closedAt === undefined
      ? []
      : [words.closedAt(momentOf(closedAt, session.timeZone, language))]),
    ...(record.status === 'withdrawn' ? [words.withdrawn] : []),
    ...(record.bySilence ? [words.bySilence] : []),
    ...(outcome === '' ? [] : [words.answered(outcome)]),
  ];
}

/** Says that nothing is left to do, how it ended, and leads to the receipt of the institution's own answer. */
export async function readClosed(visit: Visit, task: Task, detail: StepDetailView) {
  const own = (await ownCompletions(task.opened, task.step.id)).findLast(
    ({ act }) => act.opening === task.record.opening && act.role === task.record.role,
  );
  return {
    sentences: closedWords(visit, task, detail),
    receipt: own && taskAt(task.place, '/enviada', { folio: own.folio }),
  };
}

/** Nothing here is red: what is closed asks for nothing. */
export function ClosedPart(props: {
  readonly visit: Visit;
  readonly closed: Awaited<ReturnType<typeof readClosed>>;
}) {
  const { visit, closed } = props;
  const words = WORDS[visit.language];
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body govuk-!-font-weight-bold">{words.closed}</p>
      {closed.sentences.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {closed.receipt !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={closed.receipt}>
            {words.receipt}
          </a>
        </p>
      )}
    </div>
  );
}
