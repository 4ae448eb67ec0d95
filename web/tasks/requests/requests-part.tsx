import { may } from '../../../api/auth/policy.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { LONGEST_REASON, type ReadRequest } from '../../../api/runs/step-requests.js';
import { Button } from '../../components/button.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { TextArea } from '../../components/text-area.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import { RequestCard } from './request-card.js';
import { WORDS } from './words.js';

/**
 * What institutions asked in a case: their own to each, all of it to whoever leads it, with a form to reply. Nothing where
 * nobody asked anything.
 */
export function RequestsPart(props: {
  readonly visit: Visit;
  readonly opened: OpenRun;
  readonly requests: readonly ReadRequest[];
  /** A reply that came back. */
  readonly typed?: { readonly id: string; readonly reply: string };
  readonly faults?: readonly Fault[];
}) {
  const { visit, opened, requests, typed, faults = [] } = props;
  const words = WORDS[visit.language];
  if (requests.length === 0) return null;
  const mayReply = may(visit.access.role, 'request.reply', opened.relations);
  return (
    <section aria-labelledby="pedidos">
      <h2 class="govuk-heading-m" id="pedidos">
        {words.heading}
      </h2>
      {requests.map((request) => (
        <RequestCard visit={visit} opened={opened} request={request}>
          {mayReply && request.reply === undefined && (
            <form
              method="post"
              autocomplete="off"
              action={`/tareas/${opened.run.id}/pedidos/${request.id}`}
              noValidate
            >
              <FormKey visit={visit} />
              <TextArea
                id={`respuesta-${request.id}`}
                name="respuesta"
                label={words.reply}
                hint={words.replyHint}
                value={typed?.id === request.id ? typed.reply : ''}
                error={faultOf(faults, `respuesta-${request.id}`)}
                rows={3}
                limit={LONGEST_REASON}
              />
              <Button kind="secondary">{words.doReply}</Button>
            </form>
          )}
        </RequestCard>
      ))}
    </section>
  );
}
