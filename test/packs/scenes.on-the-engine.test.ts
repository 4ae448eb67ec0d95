import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { readActs } from '../../db/queries/projections.js';
import { fold } from '../../protocols/core/fold.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { getCalendar } from '../../protocols/rules/calendars/index.js';
import { addDays, dayNumber, isoWeekday } from '../../protocols/rules/dates.js';
import { addWorkingDays, isWorkingDay } from '../../protocols/rules/working-days.js';
import { instantOf, localDate, localTime } from '../../protocols/rules/zone.js';
import { type Player, play } from '../../rehearsal/player.js';
import { type Beat, playScene } from '../../rehearsal/scene.js';
import { INTAKE, prepared, READY, RIGHTS } from '../protocols/adult-deportee/pieces.js';
import { bindingsOf, institutionsOf, type States } from '../protocols/two-states.js';
import { type Stage, setStage } from '../support/stage.js';
import { adult, DOMINICAN_REPUBLIC, ISLAND, MEXICO, MEXICO_HONDURAS } from './corridor.js';

const DAY = 86_400_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ definitions: [adult], institutions: [] });
  await stage.door.packs.publishShipped(SHIPPED_PACKS);
});
afterAll(() => stage.stop());

async function playUnder(pack: string, states: States, startsAt?: number): Promise<Player> {
  await saveInstitutions(stage.database.db, institutionsOf(adult, states));
  await stage.door.directory.reload();
  const bindings = Object.entries(bindingsOf(adult, states));
  return play(stage, {
    protocol: adult.id,
    pack,
    bindings: Object.fromEntries(bindings.map(([role, { institution }]) => [role, institution])),
    attributes: { ageBand: 'adult' },
    ...(startsAt === undefined ? {} : { startsAt }),
  });
}

/** The first date from a day on for which a test holds. */
function firstDate(from: string, fits: (date: string) => boolean): string {
  let date = from;
  while (!fits(date)) date = addDays(date, 1);
  return date;
}

describe('a run under the Mexican pack', () => {
  it('releases the person after 15 working days without a decision, a holiday not counted', async () => {
    const calendar = getCalendar('MX');
    const today = localDate(Date.now(), MEXICO.timeZone);
    // A working day within three weeks before a public holiday that falls on a day of the week.
    const holiday = firstDate(addDays(today, 12), (date) => {
      const isHoliday = calendar.holidays.includes(date);
      return isHoliday && isoWeekday(dayNumber(date)) < 6;
    });
    const startOn = firstDate(addDays(holiday, -10), (date) => isWorkingDay(calendar, date));
    const player = await playUnder(
      'mexico',
      MEXICO_HONDURAS,
      instantOf(startOn, '10:00', MEXICO.timeZone),
    );
    await playScene(player, [{ answers: `${INTAKE} individual-screening:none` }]);
    await playScene(player, [
      { answers: 'individual-assessment:complete non-refoulement-assessment:clear' },
    ]);
    const clock = (await player.state()).steps['removal-decision']?.open?.clock;
    const dueOn = localDate(clock?.dueAt ?? 0, MEXICO.timeZone);
    expect(dueOn).toBe(addWorkingDays(calendar, startOn, 15));
    const weekdays = Array.from({ length: 40 }, (_, n) => addDays(startOn, n + 1)).filter(
      (date) => date <= dueOn && isoWeekday(dayNumber(date)) < 6,
    );
    const holidays = weekdays.filter((date) => calendar.holidays.includes(date));
    expect(holidays).toContain(holiday);
    expect(weekdays).toHaveLength(15 + holidays.length);

    await playScene(player, [{ untilDue: 'removal-decision' }]);
    const state = await player.state();
    expect(state.ending?.id).toBe('closed-stay');
    const late = (state.ending?.at ?? 0) - (clock?.dueAt ?? 0);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(5 * 60_000);
    const acts = await readActs(stage.database.db.sql, player.runId);
    expect(acts.at(-1)).toMatchObject({
      type: 'clock-reached',
      clock: { kind: 'mark', step: 'removal-decision', mark: 'due' },
    });
    expect(fold(player.definition, acts)).toEqual(state);
  });
});

describe('a run under the pack of the Dominican Republic and Haiti', () => {
  it('refuses the departure at 18:01 and takes it at 08:00 the next day', async () => {
    const calendar = getCalendar('DO');
    const zone = DOMINICAN_REPUBLIC.timeZone;
    const open = (date: string) =>
      isoWeekday(dayNumber(date)) < 7 && !calendar.holidays.includes(date);
    const leaveOn = firstDate(
      addDays(localDate(Date.now(), zone), 3),
      (date) => open(date) && open(addDays(date, 1)),
    );
    const player = await playUnder('dominican-republic-haiti', ISLAND);
    await playScene(player, [{ answers: READY }]);
    const inDays = async (time: string) =>
      (instantOf(leaveOn, time, zone) - (await player.now())) / DAY;
    const listed = async (time: string): Promise<Beat> => ({
      answers: 'manifest-proposal:sent',
      departureIn: await inDays(time),
    });

    // A departure planned for the night is refused before it is ever tried.
    await expect(playScene(player, [await listed('22:00')])).rejects.toThrow(/closed on/);
    await playScene(player, [await listed('17:30')]);
    expect((await player.state()).attributes.departurePoint).toBe('dajabon-ouanaminthe');
    await playScene(player, [
      { untilOpen: 'fit-to-travel' },
      // The certificate holds 72 hours, and the departure will be later than planned.
      { hours: 30 },
      prepared,
      { untilOpen: 'pre-departure-check' },
      { hours: 21 },
      { answers: 'pre-departure-check:cleared' },
      { untilOpen: 'departure' },
      { untilHour: 18, timeZone: zone },
      { hours: 1 / 60 },
    ]);
    expect(localTime(await player.now(), zone)).toMatch(/^18:0[1-3]/);
    await playScene(player, [{ refused: 'departure:left', code: 'point-closed' }]);
    expect((await player.state()).facts.inTransit).toBeUndefined();

    await playScene(player, [{ untilHour: 8, timeZone: zone }, { answers: 'departure:left' }]);
    const state = await player.state();
    expect(state.facts.inTransit).toBeDefined();
    expect(localTime(state.established['departure:left']?.at ?? 0, zone)).toMatch(/^08:0/);
    expect(fold(player.definition, await readActs(stage.database.db.sql, player.runId))).toEqual(
      state,
    );
  });

  it('marks Mexican deadlines as what they are there: comparators', async () => {
    const player = await playUnder('dominican-republic-haiti', ISLAND);
    await playScene(player, [{ answers: RIGHTS }]);
    const decision = player.definition.steps.find(({ id }) => id === 'removal-decision');
    expect(decision?.deadline?.source).toMatchObject({ mark: 'comparator' });
  });
});
