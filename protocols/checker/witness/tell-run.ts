import type { Act } from '../../core/acts.js';
import type { Definition } from '../../language/definition.js';
import type { Text } from '../../language/text.js';
import { createModel, type Model } from '../model.js';
import { fill, nameEvent, nameFact, nameOutcome, nameStep, t } from '../words.js';

const DAY = 86_400_000;

const SAID = {
  started: t('Día {day}: se inicia el proceso{with}', 'Day {day}: the run starts{with}'),
  answered: t(
    'Día {day}: {role} responde {step}: {outcome}',
    'Day {day}: {role} answers {step}: {outcome}',
  ),
  event: t('Día {day}: {role} informa {event}', 'Day {day}: {role} reports {event}'),
  due: t('Día {day}: vence el plazo de {step}', 'Day {day}: the time for {step} is over'),
  opening: t('Día {day}: se abre {step}', 'Day {day}: {step} opens'),
  expiry: t('Día {day}: vence {fact}', 'Day {day}: {fact} runs out'),
  shared: t('Día {day}: {role} confirma lo recibido', 'Day {day}: {role} confirms receipt'),
} as const;

/** Tells a run that was played, act by act, for people; reminders on the way are left out. */
export function tellRun(definition: Definition, acts: readonly Act[]): Text[] {
  const model = createModel(definition);
  const startedAt = acts[0]?.at ?? 0;
  return acts.flatMap((act) => {
    const day = Math.floor((act.at - startedAt) / DAY) + 1;
    const text = tellAct(model, act, day);
    return text ? [text] : [];
  });
}

function tellAct(model: Model, act: Act, day: number): Text | undefined {
  switch (act.type) {
    case 'run-started': {
      const codes = Object.entries(act.assigns ?? {}).map(([id, value]) => `${id}: ${value}`);
      return fill(SAID.started, { day, with: codes.length > 0 ? ` (${codes.join(', ')})` : '' });
    }
    case 'step-completed':
      return fill(SAID.answered, {
        day,
        role: act.role,
        step: nameStep(model, act.step),
        outcome: nameOutcome(model, act.step, act.outcome),
      });
    case 'event-reported':
      return fill(SAID.event, { day, role: act.role, event: nameEvent(model, act.event) });
    case 'clock-reached':
      return tellClock(model, act, day);
    case 'share-acknowledged':
      return fill(SAID.shared, { day, role: act.role });
    default:
      return undefined;
  }
}

function tellClock(
  model: Model,
  { clock }: Extract<Act, { type: 'clock-reached' }>,
  day: number,
): Text | undefined {
  if (clock.kind === 'opening') {
    return fill(SAID.opening, { day, step: nameStep(model, clock.step) });
  }
  if (clock.kind === 'expiry') return fill(SAID.expiry, { day, fact: nameFact(model, clock.fact) });
  if (clock.kind !== 'mark' || clock.mark !== 'due') return undefined;
  return fill(SAID.due, { day, step: nameStep(model, clock.step) });
}
