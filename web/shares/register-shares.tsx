import type { Pages, WebContext } from '../context.js';
import { act, show } from '../frame/routes.js';
import { shareList } from './share-list.js';
import { confirmReceipt, sharePage } from './share-page.js';

/** Data sent to an institution. */
export function registerShares(pages: Pages, context: WebContext): void {
  show(pages, context, '/compartidos', 'share.list', shareList);
  show(pages, context, '/compartidos/:run/:share', 'share.read', sharePage);
  act(pages, context, '/compartidos/:run/:share', 'share.acknowledge', confirmReceipt);
}
