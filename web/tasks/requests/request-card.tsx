import type { ComponentChildren } from 'preact';
import type { OpenRun } from '../../../api/runs/open-run.js';
import type { ReadRequest } from '../../../api/runs/step-requests.js';
import { momentOf } from '../../../api/views/due-view.js';
import { institutionIn, namedIn } from '../../../api/views/words.js';
import type { Visit } from '../../frame/visit.js';
import { Typed } from '../step/typed.js';
import { WORDS } from './words.js';

/** A request and its reply, as typed. `children` is what can be done about it. */
export function RequestCard(props: {
  readonly visit: Visit;
  readonly opened: OpenRun;
  readonly request: ReadRequest;
  readonly children?: ComponentChildren;
}) {
  const { visit, opened, request, children } = props;
  const { language, session, context } = visit;
  const words = WORDS[language];
  const { institutionId, at, repliedAt, reply } = request;
  const { title } = institutionIn(context.door.directory, institutionId, language);
  const moment = (when: Date) => momentOf(when.getTime(), session.timeZone, language);
  return (
    <div class="rt-sheet">
      <h3 class="govuk-heading-s">{words.kinds[request.kind]}</h3>
      <p class="govuk-body-s rt-quiet">
        {[
          words.about(namedIn(opened.definition.steps, request.step, language).title),
          words.from(title),
          words.asked(moment(at)),
        ].join('. ')}
      </p>
      <p class="govuk-body">
        <Typed text={request.reason} />
      </p>
      {reply === undefined || repliedAt === null ? (
        <p class="govuk-body-s rt-quiet">{words.waiting}</p>
      ) : (
        <>
          <p class="govuk-body-s rt-quiet">{words.replied(moment(repliedAt))}</p>
          <p class="govuk-body">
            <Typed text={reply} />
          </p>
        </>
      )}
      {children}
    </div>
  );
}
