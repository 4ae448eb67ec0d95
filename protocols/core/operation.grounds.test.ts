import { describe, expect, test } from 'vitest';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import { traveller } from '../../test/fixtures/traveller.js';
import type { Definition, Role } from '../language/definition.js';
import {
  callingOff,
  callsOff,
  isWithin,
  newsOf,
  type Operation,
  operationOf,
  refuseSeatOn,
  stands,
  type Tally,
} from './operation.js';

const words = { es: 'Inventado', en: 'Invented' };
const role = (id: string, kind: string, side: Role['side']): Role => ({
  id,
  kind,
  side,
  title: words,
});
const set = (id: string) => event(`set-${id.toLowerCase()}`, { sets: [id] });
const clear = (id: string) => event(`clear-${id.toLowerCase()}`, { clears: [id] });

/** An operation that hangs on four facts and nothing else. */
const convoy: Definition = tiny(
  [
    {
      id: 'send',
      by: 'lead',
      outcomes: [
        { id: 'sent', keepsOpen: true, manifest: 'frozen' },
        { id: 'sent-last', manifest: 'frozen' },
      ],
    },
    { id: 'close', by: 'lead', outcomes: [{ id: 'closed', ends: 'over' }] },
  ],
  {
    id: 'convoy',
    lead: 'lead',
    roles: [
      role('lead', 'MIG', 'sending'),
      role('clinic', 'HEA', 'receiving'),
      role('border', 'MIG', 'receiving'),
    ],
    attributes: [
      { id: 'why', title: words, type: 'code', options: [{ id: 'removal', title: words }] },
      { id: 'seats', title: words, type: 'number' },
      { id: 'came', title: words, type: 'number' },
      { id: 'denied', title: words, type: 'number' },
    ],
    dates: [
      { id: 'first', title: words },
      { id: 'last', title: words },
    ],
    facts: [fact('open'), fact('on', true), fact('gone')],
    events: ['open', 'on', 'gone'].flatMap((id) => [set(id), clear(id)]),
    operation: {
      purpose: 'why',
      capacity: 'seats',
      departure: 'first',
      latest: 'last',
      seating: 'open',
      live: 'on',
      boarded: 'gone',
      counted: { arrived: 'came', refused: 'denied' },
      reports: {
        listChanged: 'list-changed',
        linesAnswered: 'lines-answered',
        journeyOver: 'journey-over',
        countsDiffer: 'counts-differ',
      },
    },
  } as Partial<Definition>,
);

const first = MONDAY + 10 * HOUR;
const last = first + 2 * HOUR;
const declared: Operation = {
  purpose: 'removal',
  capacity: 2,
  departsAt: first,
  latestAt: last,
  destination: 'PA',
  seating: true,
  live: true,
  boarded: false,
};

describe('what is declared', () => {
  test('is what is known so far; the receiver is the migration authority of the other side', () => {
    const run = drive(convoy);
    const nothing = { purpose: '', capacity: 0, destination: 'PA' };
    const stage = { seating: false, live: true, boarded: false };
    expect(operationOf(convoy, run.state)).toStrictEqual({ ...nothing, ...stage });
    run.report('set-open', { dates: { first } });
    expect(operationOf(convoy, run.state)).toMatchObject({
      departsAt: first,
      latestAt: first,
      seating: true,
    });
    expect(operationOf(tiny([{ id: 'work' }]), run.state)).toBeUndefined();
  });

  test('has no destination while nobody receives', () => {
    const roles = convoy.roles.map((one) =>
      one.id === 'border' ? { ...one, optional: true as const } : one,
    );
    const alone = { ...convoy, roles };
    const { state } = drive(alone, { without: ['border'] });
    const operation = operationOf(alone, state)!;
    expect(Object.keys(operation)).not.toContain('destination');
    const { destination: _, ...nowhere } = declared;
    expect(refuseSeatOn(nowhere, { ...wish(), departsAt: first })).toEqual({
      code: 'seat-destination',
      params: {},
    });
  });

  test('falls with the end of its run, and boarding that is over stays over', () => {
    const run = drive(convoy);
    run.report('set-open');
    run.report('set-gone');
    run.answer('close', 'closed');
    expect(operationOf(convoy, run.state)).toMatchObject({
      seating: false,
      live: false,
      boarded: true,
    });
  });
});

const wish = () => {
  const definition = traveller();
  return { definition, state: drive(definition).state };
};

describe('somebody is seated', () => {
  const refused = (more: Partial<Operation>, departsAt = first) =>
    refuseSeatOn({ ...declared, ...more }, { ...wish(), departsAt });

  test('while seats may be taken, the operation stands and nobody has boarded', () => {
    expect(refused({})).toBeUndefined();
    for (const closed of [{ seating: false }, { live: false }, { boarded: true }]) {
      expect(refused(closed)).toEqual({ code: 'operation-closed', params: {} });
    }
  });

  test('on a date inside what is declared, first and last instant included', () => {
    for (const at of [first, first + 1, last]) expect(refused({}, at)).toBeUndefined();
    for (const at of [first - 1, last + 1]) {
      expect(refused({}, at)).toEqual({ code: 'seat-date', params: {} });
    }
    const { departsAt: _, ...open } = declared;
    const { latestAt: __, ...endless } = declared;
    expect(isWithin({ ...open, departsAt: undefined } as never, first)).toBe(false);
    expect(isWithin(open, first)).toBe(false);
    expect(isWithin(endless, first)).toBe(false);
  });

  test.each(['MIG', 'CPA', 'REC'])('where an authority of kind %s receives them', (kind) => {
    const { definition, state } = wish();
    const roles = definition.roles.map((one) =>
      one.id === 'MIG-R' ? { ...one, kind } : one.id === 'CON' ? { ...one, kind: 'CON' } : one,
    );
    const of = (kinds: Definition) =>
      refuseSeatOn(declared, { definition: kinds, state, departsAt: first });
    expect(of({ ...definition, roles })).toBeUndefined();
    const consulate = roles.map((one) => (one.id === 'MIG-R' ? { ...one, kind: 'CON' } : one));
    expect(of({ ...definition, roles: consulate })?.code).toBe('seat-destination');
  });

  test('for what the protocol of the person is made for, by its name', () => {
    for (const purpose of ['voluntary', 'holiday', '']) {
      const code = { code: 'seat-never', params: { protocol: 'removal-traveller' } };
      expect(refused({ purpose })).toEqual(code);
    }
  });
});

describe('lines are called off', () => {
  const off = (more: Partial<Operation>, was: Partial<Operation> = {}) =>
    callsOff({ ...declared, ...was }, { ...declared, ...was, ...more });

  test('when the operation falls, moves at either end, or its boarding ends', () => {
    expect(off({ live: false })).toBe(true);
    expect(off({ departsAt: first + 1 })).toBe(true);
    expect(off({ latestAt: last + 1 })).toBe(true);
    expect(off({ boarded: true })).toBe(true);
  });

  test('once, and by nothing else', () => {
    expect(off({})).toBe(false);
    expect(off({ seating: false, capacity: 1, point: 'elsewhere' })).toBe(false);
    expect(off({}, { live: false })).toBe(false);
    expect(off({ live: true }, { live: false })).toBe(false);
    expect(off({}, { boarded: true })).toBe(false);
    expect(off({ boarded: false }, { boarded: true })).toBe(false);
    expect(callsOff(undefined, { ...declared, live: false })).toBe(false);
    expect(callsOff(declared, undefined)).toBe(false);
  });

  test('and nobody boards on what is left of them', () => {
    expect(stands(declared, first)).toBe(true);
    expect(stands({ ...declared, live: false }, first)).toBe(false);
    expect(stands({ ...declared, boarded: true }, first)).toBe(false);
    expect(stands(declared, last + 1)).toBe(false);
  });

  test('with an effect of the act that did it, and none of any other', () => {
    const run = drive(convoy);
    const says = () => run.effects.some(({ type }) => type === 'seats-called-off');
    run.report('set-open', { dates: { first, last } });
    expect(says()).toBe(true);
    run.report('clear-open', { dates: { first, last } });
    expect(says()).toBe(false);
    run.report('clear-on');
    expect(says()).toBe(true);
  });
});

describe('news for the run of an operation', () => {
  const calm: Tally = { proposed: 1, boarded: 1, arrived: 0, refused: 0, asSent: true };
  const news = (run: ReturnType<typeof drive>, tally: Partial<Tally> = {}) =>
    newsOf(convoy, run.state, { ...calm, ...tally });
  const sent = () => {
    const run = drive(convoy);
    run.answer('send', 'sent');
    return run;
  };

  test('is of lists only once they were sent, while it stands and before boarding is over', () => {
    const told = { proposed: 0, asSent: false };
    expect(news(drive(convoy), told)).toEqual([]);
    expect(news(sent())).toEqual([]);
    expect(news(sent(), told)).toEqual(['list-changed', 'lines-answered']);
    const fallen = sent();
    fallen.report('clear-on');
    expect(news(fallen, told)).toEqual([]);
    const gone = sent();
    gone.report('set-gone');
    expect(news(gone, told)).toEqual([]);
  });

  test('is that nobody is on the way, only after boarding', () => {
    expect(news(sent(), { boarded: 0 })).toEqual([]);
    const gone = sent();
    gone.report('set-gone');
    expect(news(gone)).toEqual([]);
    expect(news(gone, { boarded: 0 })).toEqual(['journey-over']);
  });

  test('is that counts differ, once both were counted', () => {
    const run = sent();
    run.report('set-gone', { assigns: { came: 2 } });
    expect(news(run)).toEqual([]);
    run.report('set-gone', { assigns: { denied: 1 } });
    expect(news(run, { arrived: 2, refused: 1 })).toEqual([]);
    expect(news(run, { arrived: 1, refused: 1 })).toEqual(['counts-differ']);
    const half = sent();
    half.report('set-gone', { assigns: { denied: 1 } });
    expect(news(half)).toEqual([]);
    expect(news(run, { arrived: 2, refused: 0 })).toEqual(['counts-differ']);
  });

  test('is none in a run that ended or is of another kind', () => {
    const run = sent();
    const told = { ...calm, proposed: 0, boarded: 0, asSent: false };
    expect(newsOf(tiny([{ id: 'work' }]), run.state, told)).toEqual([]);
    run.report('set-gone');
    run.answer('close', 'closed');
    expect(newsOf(convoy, run.state, told)).toEqual([]);
  });

  test('counts the versions of the list, interim ones too, and each says what it holds', () => {
    const run = drive(convoy);
    const line = { run: 'one', seq: 3, list: 'adults', corrections: 0 } as const;
    for (const [version, outcome] of [
      [1, 'sent'],
      [2, 'sent-last'],
    ] as const) {
      const answer = { step: 'send', opening: 1, outcome, role: 'lead', manifest: [line] };
      run.do({ type: 'step-completed', at: run.at, ...answer });
      expect(run.effects).toContainEqual({ type: 'manifest-frozen', version, lines: [line] });
    }
  });
});

describe('the event that calls a person off', () => {
  const by = (who: Definition['events'][number]['by']) =>
    callingOff(traveller('removal', { events: [event('called-off', { by: who })] }));

  test('is reported by the system where only it may, else by whoever may, else by the lead', () => {
    expect(by('system')).toEqual({ event: 'called-off', role: 'system' });
    expect(by(['MIG-R', 'MIG-S'])).toEqual({ event: 'called-off', role: 'MIG-R' });
    expect(by('anyone')).toEqual({ event: 'called-off', role: 'MIG-S' });
  });

  test('is none where the protocol has no seats', () => {
    expect(callingOff(tiny([{ id: 'work' }], { events: [event('called-off')] }))).toBeUndefined();
  });
});
