import { describe, expect, test } from 'vitest';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';
import { CHILD_GATES, GATES, traveller } from '../../test/fixtures/traveller.js';
import { groupOperation } from '../group-operation.js';
import type { Definition } from '../language/definition.js';
import type { SeatChange } from '../language/seat.js';
import { freezesList } from './seats.js';

const OPERATION = '0123456789abcdefghijklmnop';
const OTHER = 'ponmlkjihgfedcba9876543210';
const departsAt = MONDAY + 96 * HOUR;

const seated = (definition = traveller(), operation = OPERATION) => {
  const run = drive(definition);
  run.answer('list', 'sent', { dates: { departure: departsAt }, refers: { operation } });
  return run;
};

const changes = (run: ReturnType<typeof seated>) =>
  run.effects.flatMap((effect) => (effect.type === 'seat-changed' ? [effect.status] : []));

describe('a seat is taken', () => {
  test('by the act of the own run that names the operation', () => {
    const run = seated();
    expect(run.state.seat).toEqual({
      operation: OPERATION,
      list: 'adults',
      status: 'proposed',
      step: 'list',
      outcome: 'sent',
      departsAt,
    });
    expect(run.effects).toContainEqual({
      type: 'seat-changed',
      operation: OPERATION,
      status: 'proposed',
      list: 'adults',
      departsAt,
      taken: true,
    });
  });

  test('by nobody who travels alone', () => {
    const run = drive(traveller());
    run.answer('list', 'sent', { dates: { departure: departsAt } });
    expect(run.state.seat).toBeUndefined();
  });

  test('by no other answer, though it names an operation', () => {
    const run = drive(traveller());
    run.answer('list', 'not-sent', { refers: { operation: OPERATION } });
    expect(run.state.seat).toBeUndefined();
  });

  test.each([
    ['removal', GATES],
    ['voluntary', GATES.slice(0, 2)],
    ['child', [...GATES.slice(0, 2), ...CHILD_GATES]],
  ] as const)(
    'under %s only with the own gates, whatever the definition requires',
    (regime, gates) => {
      for (const gate of gates) {
        const definition = traveller(regime);
        const without: Definition = {
          ...definition,
          facts: definition.facts.map(({ initially: _, ...one }) =>
            one.id === gate ? one : { ...one, ...(one.id === 'listed' ? {} : { initially: true }) },
          ),
          steps: definition.steps.map(({ requires: _, ...step }) => step),
        };
        const run = drive(without);
        const act = {
          type: 'step-completed',
          at: run.at,
          step: 'list',
          opening: 1,
          outcome: 'sent',
          role: 'MIG-S',
          dates: { departure: departsAt },
          refers: { operation: OPERATION },
        } as const;
        const refused = run.try(act);
        expect(refused, gate).toMatchObject({
          ok: false,
          refusal: { code: 'seat-not-cleared', params: { missing: gate } },
        });
      }
    },
  );

  test.each(['victim', 'no-return'] as const)('never under %s', (regime) => {
    expect(() => seated(traveller(regime))).toThrow('seat-never');
  });

  test('never where the protocol says nothing about seats', () => {
    const { seat: _, ...definition } = traveller();
    expect(() => seated(definition)).toThrow('seat-never');
  });

  test('only with a planned date', () => {
    const run = drive(traveller());
    expect(() => run.answer('list', 'sent', { refers: { operation: OPERATION } })).toThrow(
      'seat-date',
    );
  });

  test('only with a code for a name', () => {
    expect(() => seated(traveller(), 'Persona Inventada')).toThrow('reference-invalid');
  });
});

describe('which list', () => {
  test('children are on their own, whatever a form says', () => {
    const run = seated(
      traveller('child', {
        seat: { date: 'departure', calledOff: 'called-off', protectedWhen: 'start' },
      }),
    );
    expect(run.state.seat?.list).toBe('children');
  });

  test('protected handling is apart, without its reason', () => {
    const seat = { date: 'departure', calledOff: 'called-off', protectedWhen: 'start' } as const;
    expect(seated(traveller('removal', { seat })).state.seat?.list).toBe('protected-handling');
  });
});

describe('a line stands while its grounds hold', () => {
  test('and falls with the first that does not', () => {
    const run = seated();
    run.report('appeal');
    expect(run.state.seat?.status).toBe('removed');
    expect(changes(run)).toEqual(['removed']);
  });

  test('and falls when the planned date moves', () => {
    const run = seated();
    run.answer('plan', 'moved', { dates: { departure: departsAt + HOUR } });
    expect(run.state.seat?.status).toBe('removed');
  });

  test('and falls when the run ends', () => {
    const run = seated();
    run.answer('stop', 'over');
    expect(run.state.seat?.status).toBe('removed');
  });

  test('and falls when the operation calls it off', () => {
    const run = seated();
    run.report('called-off', { role: 'system' });
    expect(run.state.seat?.status).toBe('removed');
  });

  test('and is given up by being listed elsewhere', () => {
    const run = seated();
    run.answer('again', 'go');
    run.answer('list', 'sent', { refers: { operation: OTHER } });
    expect(changes(run)).toEqual(['removed', 'proposed']);
    expect(run.state.seat).toMatchObject({ operation: OTHER, status: 'proposed' });
  });

  test('and no longer hangs on them once the person has boarded', () => {
    const run = seated();
    run.answer('boarded', 'said');
    run.report('appeal');
    expect(run.state.seat?.status).toBe('boarded');
  });
});

describe('what becomes of a line', () => {
  test('goes its way, and only its way', () => {
    const run = seated();
    const says = (...answers: SeatChange[]) => {
      for (const answer of answers) run.answer(answer, 'said');
      return run.state.seat?.status;
    };
    expect(says('arrived')).toBe('proposed');
    expect(says('accepted')).toBe('accepted');
    expect(says('corrected')).toBe('proposed');
    expect(says('accepted', 'boarded')).toBe('boarded');
    expect(says('rejected')).toBe('boarded');
    expect(says('arrived')).toBe('arrived');
    expect(says('boarded')).toBe('arrived');
    expect(says('refused')).toBe('refused');
    expect(says('arrived')).toBe('refused');
  });

  test('never comes of silence', () => {
    const run = seated();
    run.wait(2 * HOUR);
    expect(run.step('wait')?.outcome).toBe('lapsed');
    expect(run.state.seat?.status).toBe('proposed');
  });
});

describe('an event only the system reports', () => {
  test('is refused from everybody else, and the system reports no other', () => {
    const run = seated();
    const report = (event: string, role: string) =>
      run.try({ type: 'event-reported', at: run.at, event, role });
    expect(report('called-off', 'MIG-S')).toMatchObject({
      refusal: { code: 'event-not-allowed' },
    });
    expect(report('appeal', 'system')).toMatchObject({ refusal: { code: 'event-not-allowed' } });
  });
});

describe('an answer that seats nobody', () => {
  test('needs no gate: somebody who was not cleared may still be put on no list', () => {
    for (const definition of [traveller('victim'), traveller()]) {
      const facts = definition.facts.map(({ initially: _, ...one }) => one);
      const steps = definition.steps.map(({ requires: _, ...step }) => step);
      const run = drive({ ...definition, facts, steps });
      run.answer('list', 'sent');
      expect(run.state.seat).toBeUndefined();
    }
  });
});

describe('a refused seat', () => {
  const refused = (definition: Definition) =>
    drive(definition).try({
      type: 'step-completed',
      at: MONDAY,
      step: 'list',
      opening: 1,
      outcome: 'sent',
      role: 'MIG-S',
      dates: { departure: departsAt },
      refers: { operation: OPERATION },
    });

  test('names every gate that is missing, or the protocol that has no seats', () => {
    const definition = traveller();
    const facts = definition.facts.map(({ initially: _, ...one }) => one);
    const steps = definition.steps.map(({ requires: _, ...step }) => step);
    expect(refused({ ...definition, facts, steps })).toEqual({
      ok: false,
      refusal: { code: 'seat-not-cleared', params: { missing: GATES.join(', ') } },
    });
    expect(refused(traveller('victim'))).toEqual({
      ok: false,
      refusal: { code: 'seat-never', params: { protocol: 'victim-traveller' } },
    });
  });
});

describe('a line that changes', () => {
  test('says when it was corrected, and only then', () => {
    const run = seated();
    run.answer('corrected', 'said');
    const changed = { type: 'seat-changed', operation: OPERATION, list: 'adults', departsAt };
    expect(run.effects).toEqual([{ ...changed, status: 'proposed', corrected: true }]);
    run.answer('accepted', 'said');
    expect(run.effects).toEqual([{ ...changed, status: 'accepted' }]);
  });

  test('is not taken off the list it is listed on again', () => {
    const run = seated();
    run.answer('again', 'go');
    run.answer('list', 'sent', { refers: { operation: OPERATION } });
    expect(changes(run)).toEqual(['proposed']);
  });

  test('stands on what its own answer set, for a time or for good, and on nothing another would set', () => {
    const definition = traveller();
    const validFor = { length: 5, unit: 'hours' } as const;
    const steps = definition.steps.map((step) =>
      step.id === 'list'
        ? {
            ...step,
            outcomes: [
              { ...step.outcomes[1]!, sets: ['never'] },
              { ...step.outcomes[0]!, sets: [{ fact: 'listed', validFor }] },
            ],
          }
        : step,
    );
    const run = seated({ ...definition, steps } as Definition);
    expect(run.state.seat?.status).toBe('proposed');
    run.wait(5 * HOUR);
    expect(run.state.seat?.status).toBe('removed');
  });

  test('stands on nothing where its step asks and sets nothing', () => {
    const definition = traveller();
    const steps = definition.steps.map(({ requires: _, ...step }) =>
      step.id === 'list'
        ? { ...step, outcomes: step.outcomes.map(({ sets: __, ...outcome }) => outcome) }
        : step,
    );
    const run = seated({ ...definition, steps });
    run.report('appeal');
    expect(run.state.seat?.status).toBe('proposed');
  });

  test('is for adults where nothing says otherwise', () => {
    const { seat, ...definition } = traveller();
    const when = { ...seat!, protectedWhen: { not: 'start' } as const };
    expect(seated({ ...definition, seat: when }).state.seat?.list).toBe('adults');
  });
});

describe('which answers freeze a list', () => {
  test('are those that say so, of their own step', () => {
    expect(freezesList(groupOperation, 'send-manifest', 'sent')).toBe(true);
    expect(freezesList(groupOperation, 'seat-individuals', 'closed')).toBe(false);
    expect(freezesList(groupOperation, 'seat-individuals', 'sent')).toBe(false);
    expect(freezesList(groupOperation, 'send-manifest', 'nothing')).toBe(false);
    expect(freezesList(groupOperation, 'nowhere', 'sent')).toBe(false);
  });

  test('freeze an empty one where the act brings no lines, or time answered', () => {
    const run = drive(
      tiny([
        {
          id: 'send',
          deadline: { silence: 'L3', lapse: 'sent' },
          outcomes: [{ id: 'sent', manifest: 'frozen' }],
        },
      ]),
    );
    run.wait(10 * HOUR);
    expect(run.effects).toContainEqual({ type: 'manifest-frozen', version: 1, lines: [] });
  });
});
