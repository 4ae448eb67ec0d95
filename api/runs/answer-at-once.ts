import { getDefinition, rolesOfInstitution } from '../../door/commit-act.js';
import { institutionsCutOff } from '../../protocols/core/origin-stop.js';
import { may, relationsOf } from '../auth/policy.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { type Asking, type OpenRun, openRun, withState } from './open-run.js';

/**
 * Answers a step by the run as this process remembers it, which spares a reading of the database. That is sound because the
 * write succeeds only on the very state that was looked at; and it is tried only for who must answer a step open in that
 * state, so whoever sees the run anyway. Whatever stands against it, `answer` is asked again with the run as it is stored, and
 * that alone decides what is refused and in which words.
 */
export async function answerAtOnce<T>(
  context: ApiContext,
  asking: Asking,
  of: { readonly run: string; readonly step: string },
  answer: (opened: OpenRun) => Promise<T>,
): Promise<T> {
  const remembered = await findRemembered(context, asking, of);
  if (remembered) {
    try {
      return await answer(remembered);
    } catch {
      // Found out below, on the run as it stands.
    }
  }
  return answer(await openRun(context, asking, of.run, 'step.complete'));
}

async function findRemembered(
  unbound: ApiContext,
  { access, language }: Asking,
  of: { readonly run: string; readonly step: string },
): Promise<OpenRun | undefined> {
  const run = unbound.door.runs.find(of.run);
  if (!run || !relationsOf(access.role, 'run.read').includes('party')) return undefined;
  const definition = await getDefinition(unbound.door, run);
  if (!run.state.steps[of.step]?.open) return undefined;
  const { institution } = access;
  const answers = rolesOfInstitution(definition, run.state, of.step, institution).length > 0;
  if (!answers || institutionsCutOff(definition, run.state).includes(institution)) return undefined;
  const context = within(unbound, access);
  // The write itself asks whether the keys are there.
  const visible = { ...run, wholeKeys: true };
  const opened = withState({ context, access, language, run: visible, definition }, run.state);
  const relations = new Set(opened.relations).add('responsible');
  return may(access.role, 'step.complete', relations) ? { ...opened, onlyAsRead: true } : undefined;
}
