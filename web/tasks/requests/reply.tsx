import { replyToRequest, requestsOf } from '../../../api/runs/step-requests.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { BackLink } from '../../components/back-link.js';
import { ErrorSummary, type Fault } from '../../components/error-summary.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { openCase } from '../task.js';
import { reasonFault } from './reason-fault.js';
import { RequestsPart } from './requests-part.js';
import { WORDS } from './words.js';

/** The lead's reply to what an institution asked; once, and the run stays as it is. */
export async function reply(visit: Visit): Promise<Answer> {
  const { language, params, form } = visit;
  const words = WORDS[language];
  const opened = await openCase(visit, 'request.reply');
  const id = params.request ?? '';
  const typed = (form.get('respuesta') ?? '').replace(/\r\n?/g, '\n');
  const place = `/casos/${opened.run.id}#pedidos`;
  const fault = reasonFault(typed, language, words.noReply);
  if (!fault && (await replyToRequest(opened, id, typed))) return { to: place };
  const faults: Fault[] = [{ text: fault ?? words.repliedBefore, field: `respuesta-${id}` }];
  const title = `${words.heading} – ${caseKeyOf(opened.run.id)}`;
  const content = (
    <>
      <BackLink href={place} />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{title}</h1>
      <RequestsPart
        {...{ visit, opened, faults }}
        requests={await requestsOf(opened)}
        typed={{ id, reply: typed }}
      />
    </>
  );
  return { title, content, faulty: true };
}
