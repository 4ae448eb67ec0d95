import { isStanding } from '../../core/consents.js';
import type { RunState } from '../../core/state.js';
import { findConsent } from '../../language/consent.js';
import type { Definition } from '../../language/definition.js';
import { positiveOutcomes } from '../model.js';
import { nameStep, t } from '../words.js';
import { closedBy } from './closing.js';
import type { Moment } from './moment.js';

/**
 * What was sent with somebody's consent was sent while it stood, and nobody left whose decision to go home was not
 * confirmed; judged by what became of each consent act by act, at the instant of the act.
 */
export function auditConsents(moment: Moment): void {
  const { model, before, after, effects, entry, report } = moment;
  for (const effect of effects) {
    if (effect.type !== 'share-released') continue;
    const id = effect.share.slice(effect.share.indexOf(':') + 1);
    const share = model.steps.get(effect.step)?.shares?.find((one) => one.id === id);
    if (share?.restsOn === undefined) continue;
    const { restsOn } = share;
    if (stands(model.definition, after, { restsOn, at: entry.act.at })) continue;
    const name = nameStep(model, effect.step);
    report(
      'INV-V5',
      t(
        `${name.es} envió datos a ${effect.to} sin el consentimiento «${restsOn}» vigente.`,
        `${name.en} sent data to ${effect.to} without consent "${restsOn}" standing.`,
      ),
    );
  }
  for (const { step, outcome } of closedBy(moment)) {
    if (!step.effects?.includes('departs')) continue;
    if (!positiveOutcomes(step, 'departs').includes(outcome)) continue;
    for (const { id, kind, reconfirm } of model.definition.consents ?? []) {
      if (kind !== 'return' || !reconfirm || !step.requires?.includes(reconfirm.fact)) continue;
      if (before?.consents?.[id]?.status === 'reconfirmed') continue;
      const name = nameStep(model, step.id);
      report(
        'INV-V1',
        t(
          `${name.es} se cumplió sin el consentimiento «${id}» ratificado.`,
          `${name.en} was done without consent "${id}" reconfirmed.`,
        ),
      );
    }
  }
}

/** Where another body may decide for a child the fact alone says so, and no consent is on record. */
function stands(
  definition: Definition,
  state: RunState,
  { restsOn, at }: { readonly restsOn: string; readonly at: number },
): boolean {
  const standing = state.consents?.[restsOn];
  if (standing && isStanding(standing)) return standing.until === undefined || standing.until > at;
  const holds = findConsent(definition, restsOn)?.holds;
  return holds !== undefined && 'fact' in holds && state.facts[holds.fact] !== undefined;
}
