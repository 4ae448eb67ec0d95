import { isOpen } from '../../../api/runs/step-record.js';
import type { ReadRequest } from '../../../api/runs/step-requests.js';
import type { RequestKind } from '../../../db/schema/step-requests.js';
import { Details } from '../../components/details.js';
import type { Visit } from '../../frame/visit.js';
import { type Task, taskAt } from '../task.js';
import { RequestCard } from './request-card.js';
import { WORDS } from './words.js';

/** Kinds of request as they stand in addresses. */
export const KINDS: Readonly<Record<string, RequestKind>> = {
  informacion: 'information',
  competencia: 'not-competent',
  plazo: 'more-time',
  correccion: 'correction',
};

/** What may be asked while a task waits; a correction, once something was sent. */
const WHILE_OPEN = ['informacion', 'competencia', 'plazo'] as const;

/** Where an error in what was sent is told. */
export const correctionAt = (task: Task) => taskAt(task.place, '/pedir/correccion');

/** What to do when a task cannot be answered, and what was asked before. */
export function AskPart(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly requests: readonly ReadRequest[];
  /** Whether the institution has sent an answer. */
  readonly answered: boolean;
}) {
  const { visit, task, requests, answered } = props;
  const words = WORDS[visit.language];
  return (
    <>
      {requests.length > 0 && (
        <section aria-labelledby="pedidos">
          <h2 class="govuk-heading-m" id="pedidos">
            {words.made}
          </h2>
          {requests.map((request) => (
            <RequestCard visit={visit} opened={task.opened} request={request} />
          ))}
        </section>
      )}
      {isOpen(task.record) && (
        <Details summary={words.stuck}>
          <p class="govuk-body">{words.stuckHint}</p>
          <ul class="govuk-list">
            {WHILE_OPEN.map((name) => (
              <li>
                <a class="govuk-link" href={taskAt(task.place, `/pedir/${name}`)}>
                  {words.kinds[KINDS[name]!]}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {answered && (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={correctionAt(task)}>
            {words.title.correction}
          </a>
        </p>
      )}
    </>
  );
}
