import type { RunState } from '../../core/state.js';
import { positiveOutcomes } from '../model.js';
import { t } from '../words.js';
import { closedBy } from './closing.js';
import type { Moment } from './moment.js';

/**
 * Before a departure by decision of others the monitoring body was told: a fact the departure requires was last
 * established by an act that sent it something, and that had been handed over when the departure was recorded. An
 * operation told it before the boarding was over.
 */
export function auditMonitor(moment: Moment): void {
  remember(moment);
  if (isUntoldDeparture(moment) || isUntoldBoarding(moment)) {
    moment.report(
      'INV-M1',
      t(
        'El órgano de monitoreo no fue avisado antes de la salida.',
        'The monitoring body was not notified before the departure.',
      ),
    );
  }
}

function remember({ model, memory, before, after, effects }: Moment): void {
  const { monitor } = model.definition;
  const shares = effects.flatMap((effect) =>
    effect.type === 'share-released' && effect.to === monitor ? [effect.share] : [],
  );
  for (const fact of newly(before, after)) memory.told.set(fact, shares);
  const noticed = effects.some((effect) => effect.type === 'notice' && effect.role === monitor);
  if (noticed) memory.told.set(NOTICED, []);
}

/** Handing over is dated by an estimate of the clock that dates the record, which may be so far off, in ms. */
const ESTIMATE = 1000;

/** Stands among the facts for "the monitoring body was told something"; no fact has a name with a space. */
const NOTICED = 'monitor noticed';

/** Facts an entry established, also those that held before. */
function newly(before: RunState | undefined, after: RunState): string[] {
  return Object.keys(after.facts).filter(
    (fact) => after.established[fact]?.tick !== before?.established[fact]?.tick,
  );
}

function isUntoldDeparture(moment: Moment): boolean {
  const { model, memory, recording, entry, before } = moment;
  const { monitor, regime } = model.definition;
  if (regime === 'voluntary' || regime === 'no-return') return false;
  const handedOver = (key: string) => {
    const row = recording.shares.find(({ share }) => share === key);
    return row?.releasedAt != null && row.releasedAt <= entry.recordedAt + ESTIMATE;
  };
  return closedBy(moment).some(({ step, outcome }) => {
    if (!step.effects?.includes('departs')) return false;
    if (!positiveOutcomes(step, 'departs').includes(outcome)) return false;
    const told = step.requires?.some((fact) => memory.told.get(fact)?.some(handedOver));
    return monitor === undefined || !before?.bindings[monitor] || !told;
  });
}

function isUntoldBoarding({ model, memory, before, after }: Moment): boolean {
  const boarded = model.definition.operation?.boarded;
  if (boarded === undefined) return false;
  return newly(before, after).includes(boarded) && !memory.told.has(NOTICED);
}
