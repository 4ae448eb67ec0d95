import { describe, expect, test } from 'vitest';
import { bindAll, DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { groupOperation } from '../group-operation.js';
import type { Definition } from '../language/definition.js';
import { newsOf, operationOf, refuseSeatOn, stands, type Tally } from './operation.js';

const definition: Definition = groupOperation;
const departure = MONDAY + 10 * DAY;
const dates = { departure, 'latest-departure': departure + 2 * HOUR };

function planned(purpose = 'removal') {
  const run = drive(definition, { assigns: { purpose }, dates });
  run.answer('operation-draft', 'planned', {
    assigns: { capacity: 3, route: 'land' },
    dates,
    refers: { point: 'punto-inventado' },
  });
  return run;
}

const here = (run: ReturnType<typeof planned>) => operationOf(definition, run.state)!;
const calm: Tally = { proposed: 0, boarded: 0, arrived: 0, refused: 0, asSent: true };

describe('what an operation declares', () => {
  test('is read from its run', () => {
    expect(here(planned())).toEqual({
      purpose: 'removal',
      capacity: 3,
      departsAt: departure,
      latestAt: departure + 2 * HOUR,
      point: 'punto-inventado',
      destination: 'PA',
      seating: true,
      live: true,
      boarded: false,
    });
  });

  test('takes nobody before it is planned, and nobody after its list was closed', () => {
    const draft = drive(definition, { assigns: { purpose: 'removal' } });
    expect(here(draft).seating).toBe(false);
    const run = planned();
    run.goTo(departure - 78 * HOUR + 1);
    expect(run.step('seat-individuals')?.outcome).toBe('closed');
    expect(here(run).seating).toBe(false);
  });
});

describe('who fits an operation', () => {
  const wish = (more: object = {}) => ({
    definition: { ...definition, id: 'invented', regime: 'removal' } as Definition,
    state: { ...planned().state, bindings: bindAll(definition) },
    departsAt: departure,
    ...more,
  });
  const code = (operation: ReturnType<typeof here>, more: object = {}) =>
    refuseSeatOn(operation, wish(more))?.code;

  test('somebody of its purpose, its date and its destination', () => {
    expect(code(here(planned()))).toBeUndefined();
  });

  test('never a trafficked person, and nobody of another kind of return', () => {
    const of = (regime: string) => ({ definition: { ...definition, regime } });
    expect(code(here(planned()), of('victim'))).toBe('seat-never');
    expect(code(here(planned('voluntary')), of('victim'))).toBe('seat-never');
    expect(code(here(planned('voluntary')))).toBe('seat-never');
    expect(code(here(planned()), of('voluntary'))).toBe('seat-never');
    expect(code(here(planned()), of('child'))).toBeUndefined();
  });

  test('nobody whose departure lies outside what it declares', () => {
    expect(code(here(planned()), { departsAt: departure - 1 })).toBe('seat-date');
    expect(code(here(planned()), { departsAt: departure + 2 * HOUR + 1 })).toBe('seat-date');
  });

  test('nobody who is received by another country', () => {
    const { state } = wish();
    const bindings = { ...state.bindings };
    for (const role of ['MIG-R', 'CPA-R', 'REC']) {
      bindings[role] = { ...bindings[role]!, country: 'GT' };
    }
    expect(code(here(planned()), { state: { ...state, bindings } })).toBe('seat-destination');
  });
});

describe('lines fall with their operation', () => {
  test.each(['operation-cancelled', 'force-majeure'])('on %s', (event) => {
    const run = planned();
    run.report(event);
    expect(run.effects).toContainEqual({ type: 'seats-called-off' });
    expect(stands(here(run), departure)).toBe(false);
  });

  test('when it moves, and may be taken anew for the new date', () => {
    const run = planned();
    run.goTo(departure - 78 * HOUR + 1);
    run.answer('send-manifest', 'sent');
    const later = departure + 5 * DAY;
    run.report('operation-moved', {
      dates: { departure: later, 'latest-departure': later + HOUR },
    });
    expect(run.effects).toContainEqual({ type: 'seats-called-off' });
    expect(stands(here(run), departure)).toBe(false);
    expect(stands(here(run), later)).toBe(true);
    expect(here(run).seating).toBe(true);
    expect(run.open()).toContain('seat-individuals');
    expect(run.open()).not.toContain('boarding-gate');
  });

  test('after force majeure a new date opens the list again', () => {
    const run = planned();
    run.report('force-majeure');
    expect(run.open()).toEqual(['force-majeure-hold']);
    const later = departure + 20 * DAY;
    run.answer('force-majeure-hold', 'new-date', {
      dates: { departure: later, 'latest-departure': later },
    });
    expect(here(run)).toMatchObject({ seating: true, live: true, departsAt: later });
  });
});

describe('what the system reports', () => {
  const sent = () => {
    const run = planned();
    run.answer('seat-individuals', 'closed');
    run.answer('send-manifest', 'sent');
    return run;
  };
  const news = (run: ReturnType<typeof planned>, tally: Partial<Tally>) =>
    newsOf(definition, run.state, { ...calm, ...tally });

  test('nothing before the lists were sent', () => {
    expect(news(planned(), { asSent: false })).toEqual([]);
  });

  test('that lines changed, once until the correction was sent', () => {
    const run = sent();
    expect(news(run, { proposed: 2, asSent: false })).toEqual(['list-changed']);
    run.report('list-changed', { role: 'system' });
    expect(run.open()).toContain('manifest-update');
    expect(() => run.report('list-changed', { role: 'system' })).toThrow('event-too-late');
    run.answer('manifest-update', 'sent');
    expect(run.effects).toContainEqual({ type: 'manifest-frozen', version: 2, lines: [] });
  });

  test('that every line is answered; then nobody is asked for an answer to the list', () => {
    const run = sent();
    expect(run.open()).toContain('receiver-response');
    expect(news(run, { proposed: 1 })).toEqual([]);
    expect(news(run, { proposed: 0 })).toEqual(['lines-answered']);
    run.report('lines-answered', { role: 'system' });
    expect(run.open()).not.toContain('receiver-response');
  });

  test('that nobody is on the way, and that counts differ from the lines', () => {
    const run = sent();
    run.goTo(departure - 5 * HOUR);
    run.answer('boarding-gate', 'closed');
    expect(run.effects).toContainEqual({ type: 'seats-called-off' });
    expect(news(run, { boarded: 1 })).toEqual([]);
    expect(news(run, { arrived: 2 })).toEqual(['journey-over']);
    run.report('journey-over', { role: 'system' });
    run.answer('arrival-reconciliation', 'matches', {
      assigns: { countedArrived: 3, countedRefused: 0 },
    });
    expect(news(run, { arrived: 3 })).not.toContain('counts-differ');
    expect(news(run, { arrived: 2, refused: 1 })).toContain('counts-differ');
    run.report('counts-differ', { role: 'system' });
    expect(run.open()).toEqual(['incident', 'operation-report']);
    expect(() => run.answer('operation-report', 'sent')).toThrow('requirement-missing');
    run.answer('incident', 'explained');
    run.answer('operation-report', 'sent');
    expect(run.state.ending?.id).toBe('done');
  });
});
