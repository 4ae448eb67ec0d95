import type { Pages, WebContext } from '../context.js';
import { requireFresh } from '../frame/fresh.js';
import { act, show } from '../frame/routes.js';
import { callsPage, replay } from './calls-page.js';
import { approve, askHost, letCalls, remove } from './change-webhooks.js';
import { PAGE } from './frame.js';
import { changeSecret, enterEndpoint, showNewEndpoint, showNewSecret } from './secret-pages.js';
import { webhooksPage } from './webhooks-page.js';

/** The pages about calls to institutions' own systems. */
export function registerWebhooks(pages: Pages, context: WebContext): void {
  const list = () => PAGE;
  show(pages, context, PAGE, 'webhook.read', (visit) => webhooksPage(visit));
  act(pages, context, `${PAGE}/servidores`, 'webhook.change', requireFresh(askHost, list));
  const host = `${PAGE}/servidores/:host`;
  act(pages, context, `${host}/aprobar`, 'webhook.approve', requireFresh(approve, list));
  act(pages, context, `${host}/quitar`, 'webhook.change', remove);
  show(pages, context, `${PAGE}/nueva`, 'webhook.change', requireFresh(showNewEndpoint));
  act(pages, context, `${PAGE}/nueva`, 'webhook.change', requireFresh(enterEndpoint));
  const one = `${PAGE}/:webhook`;
  show(pages, context, `${one}/secreto`, 'webhook.change', requireFresh(showNewSecret));
  act(pages, context, `${one}/secreto`, 'webhook.change', requireFresh(changeSecret));
  act(pages, context, `${one}/detener`, 'webhook.change', letCalls('stopped'));
  act(pages, context, `${one}/reanudar`, 'webhook.change', requireFresh(letCalls('active'), list));
  show(pages, context, `${one}/llamadas`, 'webhook.read', callsPage);
  act(pages, context, `${one}/llamadas/:delivery`, 'webhook.change', replay);
}
