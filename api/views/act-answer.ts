import type { Committed } from '../../door/acts.js';
import { may } from '../auth/policy.js';
import { type OpenRun, withState } from '../runs/open-run.js';
import type { ReceiptView, RunView } from '../schemas/runs.js';
import { familyView } from './family-view.js';
import { folioOf } from './folio.js';
import { runLinks } from './run-links.js';
import { iso, runView } from './run-view.js';

/** The receipt of an act and the run as it now stands, as far as the caller still may see it. */
export async function actAnswer(
  opened: OpenRun,
  committed: Committed,
): Promise<{ receipt: ReceiptView; run?: RunView }> {
  const now = withState(opened, committed.state);
  const visible = may(now.access.role, 'run.read', now.relations);
  return { receipt: receiptOf(committed), ...(visible ? { run: await linkedRunView(now) } : {}) };
}

export function receiptOf({ runId, seq, at, replayed }: Committed): ReceiptView {
  return { folio: folioOf(runId, seq), recordedAt: iso(at), replayed };
}

/** The run with those before and after it and those of the family. */
export async function linkedRunView(opened: OpenRun): Promise<RunView> {
  const family = await familyView(opened);
  return { ...runView(opened), ...(await runLinks(opened)), ...(family ? { family } : {}) };
}
