import type { Pages, WebContext } from '../context.js';
import { show } from '../frame/routes.js';
import { followNotice } from './follow-notice.js';
import { followRequest } from './follow-request.js';

/** The links of mails. */
export function registerNotices(pages: Pages, context: WebContext): void {
  show(pages, context, '/avisos/:reference', 'notice.read', followNotice);
  show(pages, context, '/avisos/pedidos/:request', 'notice.read', followRequest);
}
