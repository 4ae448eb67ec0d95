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
};

/** What to do when a task cannot be answered, and what was asked before. */
export function AskPart(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly requests: readonly ReadRequest[];
}) {
  const { visit, task, requests } = props;
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
            {Object.entries(KINDS).map(([name, kind]) => (
              <li>
                <a class="govuk-link" href={taskAt(task.place, `/pedir/${name}`)}>
                  {words.kinds[kind]}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
