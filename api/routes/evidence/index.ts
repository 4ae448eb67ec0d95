import type { Api, ApiContext } from '../../context.js';
import { askEvidenceRoute } from './ask-evidence.js';
import { getEvidenceRoute } from './get-evidence.js';
import { getEvidenceFileRoute } from './get-evidence-file.js';
import { listEvidenceRoute } from './list-evidence.js';

/** Signed evidence of the log on request. */
export function registerEvidenceRoutes(app: Api, context: ApiContext): void {
  askEvidenceRoute(app, context);
  listEvidenceRoute(app, context);
  getEvidenceRoute(app, context);
  getEvidenceFileRoute(app, context);
}
