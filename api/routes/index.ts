import type { Api, ApiContext } from '../context.js';
import { reportEvent } from './events/report-event.js';
import { getDocument } from './health/get-document.js';
import { getHealth } from './health/get-health.js';
import { getReadiness } from './health/get-readiness.js';
import { listInbox } from './inbox/list-inbox.js';
import { listDirectory } from './institutions/list-institutions.js';
import { getMe } from './me/get-me.js';
import { getNotice } from './notices/get-notice.js';
import { getProtocol } from './protocols/get-protocol.js';
import { listProtocols } from './protocols/list-protocols.js';
import { reassignRole } from './roles/reassign-role.js';
import { getRun } from './runs/get-run.js';
import { listHistory } from './runs/list-history.js';
import { listRunsRoute } from './runs/list-runs.js';
import { startRunRoute } from './runs/start-run.js';
import { acknowledgeShare } from './shares/acknowledge-share.js';
import { getShare } from './shares/get-share.js';
import { listSharesRoute } from './shares/list-shares.js';
import { completeStep } from './steps/complete-step.js';
import { deleteDraft } from './steps/delete-draft.js';
import { getStepRoute } from './steps/get-step.js';
import { saveDraftRoute } from './steps/save-draft.js';

/** Every endpoint, in the order of the description. */
export function registerRoutes(app: Api, context: ApiContext): void {
  startRunRoute(app, context);
  listRunsRoute(app, context);
  getRun(app, context);
  listHistory(app, context);
  reassignRole(app, context);
  listInbox(app, context);
  getStepRoute(app, context);
  saveDraftRoute(app, context);
  deleteDraft(app, context);
  completeStep(app, context);
  reportEvent(app, context);
  listSharesRoute(app, context);
  getShare(app, context);
  acknowledgeShare(app, context);
  getNotice(app, context);
  listProtocols(app, context);
  getProtocol(app, context);
  listDirectory(app, context);
  getMe(app, context);
  getHealth(app);
  getReadiness(app, context);
  getDocument(app);
}
