import { localTime } from '../protocols/rules/zone.js';
import type { Player } from './player.js';

/**
 * One beat of a played case: answers (`step:outcome`, separated by spaces; `departureIn` plans the departure that many
 * days ahead), an event (`event/role`), all recipients confirming what they were sent, hours that pass, or waiting for
 * the next time the clock of a zone shows an hour.
 */
export type Beat =
  | { readonly answers: string; readonly departureIn?: number }
  | { readonly event: string }
  | { readonly confirm: 'all' }
  | { readonly hours: number }
  | { readonly untilHour: number; readonly timeZone: string };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Plays the beats in order. `told` hears of each before it is played. */
export async function playScene(
  player: Player,
  scene: readonly Beat[],
  told: (beat: Beat, index: number) => void = () => {},
): Promise<void> {
  for (const [index, beat] of scene.entries()) {
    told(beat, index);
    if ('hours' in beat) await player.wait(beat.hours * HOUR);
    else if ('untilHour' in beat) await player.wait(untilHour(await player.now(), beat));
    else if ('confirm' in beat) await player.acknowledgeAll();
    else if ('event' in beat) {
      const [event = '', role = ''] = beat.event.split('/');
      await player.report(event, role);
    } else {
      const dates: Record<string, number> =
        beat.departureIn === undefined
          ? {}
          : { departure: (await player.now()) + beat.departureIn * DAY };
      for (const answer of beat.answers.trim().split(/\s+/)) {
        const [step = '', outcome = ''] = answer.split(':');
        await player.answer(step, outcome, dates);
      }
    }
  }
  await player.settle();
}

/** Milliseconds until the clock of the zone next shows the full hour. */
function untilHour(
  now: number,
  { untilHour: hour, timeZone }: { untilHour: number; timeZone: string },
): number {
  const [h = 0, m = 0, s = 0] = localTime(now, timeZone).split(':').map(Number);
  const since = ((h * 60 + m) * 60 + s) * 1000;
  return (hour * HOUR - since + DAY) % DAY;
}
