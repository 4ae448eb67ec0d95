import { editOutcome, editStep } from './edit.js';
import type { Operator } from './mutant.js';

/** A line on a list for somebody who was not cleared: by an earlier answer, or by silence. */
const straySeat: Operator = {
  id: 'stray-seat',
  says: 'somebody gets a seat on an operation without having been cleared',
  *breaks(definition) {
    if (definition.regime !== 'removal' || !definition.seat) return;
    const seating = definition.steps.find(({ outcomes }) =>
      outcomes.some(({ seat }) => seat === 'taken'),
    );
    const question = seating?.form?.find(({ refers }) => refers === 'operation');
    if (!seating || !question) return;
    for (const step of definition.steps) {
      if (step === seating || step.requires?.includes('individuallyCleared')) continue;
      if (!['intake', 'assessment', 'decision', 'preparation'].includes(step.stage)) continue;
      const outcome = step.outcomes.find(
        (one) =>
          !one.ends &&
          !one.continues &&
          !one.seat &&
          !one.bySilence &&
          !one.keepsOpen &&
          step.deadline?.lapse !== one.id,
      );
      if (!outcome) continue;
      yield {
        at: `${step.id}:${outcome.id}`,
        expects: ['INV-G1'],
        definition: editStep(
          editOutcome(definition, step.id, outcome.id, (of) => ({ ...of, seat: 'taken' })),
          step.id,
          (of) => ({ ...of, form: [...(of.form ?? []), { ...question, id: 'operation-too' }] }),
        ),
      };
    }
  },
};

/** A victim of trafficking travels with those who are deported. */
const seatForVictim: Operator = {
  id: 'seat-for-victim',
  says: 'victims of trafficking get seats on operations',
  *breaks(definition) {
    const date = definition.dates[0];
    const event = definition.events.find(({ id }) => id === 'rescheduled');
    if (definition.regime !== 'victim' || !date || !event) return;
    yield {
      at: 'seat',
      expects: ['INV-T6', 'seat-never'],
      definition: { ...definition, seat: { date: date.id, calledOff: event.id } },
    };
  },
};

export const seats: readonly Operator[] = [straySeat, seatForVictim];
