import type { Refusal } from '../protocols/refusals.js';
import { localTime } from '../protocols/rules/zone.js';
import { ActRefused } from './act-refused.js';
import type { Player } from './player.js';

/**
 * One beat of a played case: answers (`step:outcome`, separated by spaces; `departureIn` plans the departure that many
 * days ahead), an event (`event/role`), all recipients confirming what they were sent, an answer or event that must be
 * refused, hours that pass, waiting for the next time the clock of a zone shows an hour, letting the deadline of an
 * open step pass, or waiting until a step that has its time opens by itself.
 */
export type Beat =
  | { readonly answers: string; readonly departureIn?: number }
  | { readonly event: string }
  | { readonly confirm: 'all' }
  | { readonly refused: string; readonly code: Refusal['code'] }
  | { readonly hours: number }
  | { readonly untilHour: number; readonly timeZone: string }
  | { readonly untilDue: string }
  | { readonly untilOpen: string };

/** What a scene needs of whoever plays it. */
export type ScenePlayer = Pick<
  Player,
  'now' | 'state' | 'wait' | 'answer' | 'report' | 'acknowledgeAll' | 'settle'
>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How far past an instant "past it" is: more than real time lets two clocks drift apart while a scene is played. */
const PAST = 5 * MINUTE;

/** Plays the beats in order. `told` hears of each before it is played. Throws when one cannot be played. */
export async function playScene(
  player: ScenePlayer,
  scene: readonly Beat[],
  told: (beat: Beat, index: number) => void = () => {},
): Promise<void> {
  for (const [index, beat] of scene.entries()) {
    told(beat, index);
    if ('hours' in beat) await player.wait(beat.hours * HOUR);
    else if ('untilHour' in beat) await player.wait(untilHour(await player.now(), beat));
    else if ('untilDue' in beat) await player.wait(await pastDue(player, beat.untilDue));
    else if ('untilOpen' in beat) await player.wait(await pastOpening(player, beat.untilOpen));
    else if ('confirm' in beat) await player.acknowledgeAll();
    else if ('refused' in beat) await mustRefuse(player, beat);
    else if ('event' in beat) await report(player, beat.event);
    else {
      const dates: Record<string, number> =
        beat.departureIn === undefined
          ? {}
          : { departure: (await player.now()) + beat.departureIn * DAY };
      for (const part of beat.answers.trim().split(/\s+/)) await answer(player, part, dates);
    }
  }
  await player.settle();
}

function answer(
  player: ScenePlayer,
  part: string,
  dates: Record<string, number> = {},
): Promise<void> {
  const [step = '', outcome = ''] = part.split(':');
  return player.answer(step, outcome, dates);
}

function report(player: ScenePlayer, part: string): Promise<void> {
  const [event = '', role = ''] = part.split('/');
  return player.report(event, role);
}

async function mustRefuse(
  player: ScenePlayer,
  { refused, code }: { refused: string; code: Refusal['code'] },
): Promise<void> {
  try {
    await (refused.includes(':') ? answer(player, refused) : report(player, refused));
  } catch (error) {
    if (error instanceof ActRefused && error.refusal.code === code) return;
    throw error;
  }
  throw new Error(`${refused} was accepted, but must be refused with ${code}`);
}

/** Milliseconds until a moment after the deadline of an open step. */
async function pastDue(player: ScenePlayer, step: string): Promise<number> {
  const clock = (await player.state()).steps[step]?.open?.clock;
  if (!clock || clock.pausedAt !== undefined) throw new Error(`No deadline of ${step} is running`);
  return Math.max(0, clock.dueAt + PAST - (await player.now()));
}

/** Milliseconds until a moment after a step that waits for its time has opened. */
async function pastOpening(player: ScenePlayer, step: string): Promise<number> {
  const { open, opensAt } = (await player.state()).steps[step] ?? {};
  if (open) return 0;
  if (opensAt === undefined) throw new Error(`${step} does not open by itself`);
  return Math.max(0, opensAt + PAST - (await player.now()));
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
