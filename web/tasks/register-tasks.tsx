import type { Pages, WebContext } from '../context.js';
import { act, show } from '../frame/routes.js';
import { reviewPage } from './answer/review-page.js';
import { send } from './answer/send.js';
import { sentPage } from './answer/sent-page.js';
import { casePage } from './case/case-page.js';
import { checkEvent, eventPage, report } from './events/event-page.js';
import { reportedPage } from './events/reported-page.js';
import { registerEvidence } from './evidence/register-evidence.js';
import { changeHands } from './hands/change-hands.js';
import { pass, passPage } from './hands/pass-page.js';
import { changeMany } from './inbox/change-many.js';
import { donePage } from './inbox/done-page.js';
import { inboxPage } from './inbox/inbox-page.js';
import { ask, askPage } from './requests/ask-page.js';
import { reply } from './requests/reply.js';
import { save, saveQuietly } from './step/save.js';
import { stepPage } from './step/step-page.js';

/** The officer's pages: the inbox and the way of one answer. */
export function registerTasks(pages: Pages, context: WebContext): void {
  show(pages, context, '/tareas', 'inbox.list', (visit) => inboxPage(visit));
  act(pages, context, '/tareas', 'step.hold', changeMany);
  show(pages, context, '/tareas/hechas', 'inbox.list', donePage);
  show(pages, context, '/tareas/:run', 'run.work', casePage);
  act(pages, context, '/tareas/:run/pedidos/:request', 'request.reply', reply);
  show(pages, context, '/tareas/:run/sucesos/:event', 'event.report', eventPage);
  act(pages, context, '/tareas/:run/sucesos/:event', 'event.report', checkEvent);
  act(pages, context, '/tareas/:run/sucesos/:event/registrar', 'event.report', report);
  show(pages, context, '/tareas/:run/sucesos/:event/registrado', 'event.report', reportedPage);
  show(pages, context, '/tareas/:run/:step', 'step.read', stepPage);
  act(pages, context, '/tareas/:run/:step', 'step.draft', save);
  act(pages, context, '/tareas/:run/:step/borrador', 'step.draft', saveQuietly);
  registerEvidence(pages, context);
  show(pages, context, '/tareas/:run/:step/revisar', 'step.read', reviewPage);
  act(pages, context, '/tareas/:run/:step/revisar', 'step.complete', send);
  show(pages, context, '/tareas/:run/:step/enviada', 'step.read', sentPage);
  act(pages, context, '/tareas/:run/:step/manos', 'step.hold', changeHands);
  show(pages, context, '/tareas/:run/:step/pasar', 'step.hold', passPage);
  act(pages, context, '/tareas/:run/:step/pasar', 'step.hold', pass);
  show(pages, context, '/tareas/:run/:step/pedir/:kind', 'step.ask', askPage);
  act(pages, context, '/tareas/:run/:step/pedir/:kind', 'step.ask', ask);
}
