import { t } from '../words.js';
import type { Moment } from './moment.js';

/**
 * A recommendation is what only the monitoring body may report. It opens a step of somebody else with a deadline, and
 * that step stays until a person has answered it.
 */
export function auditRecommendations(moment: Moment): void {
  const { effects, memory, after, report } = moment;
  for (const effect of effects) {
    if (effect.type !== 'step-closed' && effect.type !== 'step-withdrawn') continue;
    const answered = effect.type === 'step-closed' && !effect.bySilence;
    if (memory.waiting.delete(`${effect.step}#${effect.opening}`) && !answered) {
      report('INV-M2', unanswered());
    }
  }
  if (isRecommendation(moment)) {
    const opened = openedForOthers(moment);
    for (const key of opened) memory.waiting.add(key);
    if (memory.waiting.size === 0) {
      report(
        'INV-M2',
        t(
          'La recomendación no llegó a nadie con plazo para responder.',
          'The recommendation reached nobody with a deadline to reply.',
        ),
      );
    }
  }
  if (!after.ending) return;
  for (const _ of memory.waiting) report('INV-M2', unanswered());
  memory.waiting.clear();
}

const unanswered = () =>
  t(
    'Una recomendación dejó de estar a la vista sin respuesta.',
    'A recommendation went out of sight without an answer.',
  );

function isRecommendation({ model, entry: { act } }: Moment): boolean {
  if (act.type !== 'event-reported') return false;
  const by = model.events.get(act.event)?.by;
  const { monitor } = model.definition;
  return Array.isArray(by) && by.length > 0 && by.every((role) => role === monitor);
}

function openedForOthers({ model, effects }: Moment): string[] {
  const { monitor } = model.definition;
  return effects.flatMap((effect) =>
    effect.type === 'step-opened' &&
    effect.dueAt !== undefined &&
    effect.roles.some((role) => role !== monitor)
      ? [`${effect.step}#${effect.opening}`]
      : [],
  );
}
