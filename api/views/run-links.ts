import { mayShow } from '../auth/fields.js';
import { say } from '../language.js';
import { findOpenRun, type OpenRun } from '../runs/open-run.js';
import type { RunView } from '../schemas/runs.js';

/**
 * The run this one carries on and the one that carries it on, each only for who may see it. The receiving side is shown
 * neither: that two runs are one person's is more than its own steps tell.
 */
export async function runLinks(
  opened: OpenRun,
): Promise<Pick<RunView, 'continues' | 'continuedBy'>> {
  const { origin, ending } = opened.run.state;
  const continues = await linkTo(opened, origin?.run);
  const continuedBy = await linkTo(opened, ending?.continues?.run);
  return { ...(continues ? { continues } : {}), ...(continuedBy ? { continuedBy } : {}) };
}

async function linkTo(opened: OpenRun, runId: string | undefined): Promise<RunView['continues']> {
  const { context, access, language } = opened;
  if (runId === undefined || !mayShow(opened, 'run.links')) return undefined;
  const other = await findOpenRun(context, { access, language }, runId);
  if (!other || !mayShow(other, 'run.links')) return undefined;
  const { id, title } = other.definition;
  return { run: runId, protocol: { id, title: say(title, language) } };
}
