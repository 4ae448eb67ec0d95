import type { OpenRun } from '../../../api/runs/open-run.js';
import type { HistoryEntryView } from '../../../api/schemas/runs.js';
import { historyView } from '../../../api/views/history-view.js';
import type { HistoryEntry } from '../../../db/queries/list-entries.js';
import type { Act } from '../../../protocols/core/acts.js';

export const KINDS = ['answers', 'events', 'deadlines', 'data', 'changes'] as const;
/** What an act is to a reader: answers of steps, reported events, time, data sent, changes of the case itself. */
export type Kind = (typeof KINDS)[number];

/** One act in words, as far as this access may know of it. */
export interface TimelineEntry {
  readonly view: HistoryEntryView;
  readonly kind: Kind;
  /** The step it is about; absent for what concerns the whole case. */
  readonly step?: string;
  /** Why it was done, in the words of who did it. */
  readonly reason?: string;
}

export interface TimelineQuestion {
  readonly kinds: readonly Kind[];
  readonly search: string;
  readonly newestFirst: boolean;
}

/** What happened in a run and may be told, oldest first, without answers; `reasons` by the id of their act. */
export function timelineOf(
  opened: OpenRun,
  entries: readonly HistoryEntry[],
  reasons: ReadonlyMap<string, string> = new Map(),
): TimelineEntry[] {
  return entries.flatMap((entry) => {
    const view = historyView(opened, entry);
    if (!view) return [];
    const step = stepOf(entry.act);
    const reason = reasons.get(entry.actId);
    return [
      {
        view,
        kind: kindOf(entry.act),
        ...(step === undefined ? {} : { step }),
        ...(reason === undefined ? {} : { reason }),
      },
    ];
  });
}

/** The entries asked for: of these kinds, with these words in them, in this order. */
export function chosen(
  entries: readonly TimelineEntry[],
  { kinds, search, newestFirst }: TimelineQuestion,
): TimelineEntry[] {
  const wanted = plain(search);
  const found = entries.filter(
    ({ kind, view }) =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      plain(`${view.words} ${view.institution?.title ?? ''} ${view.folio}`).includes(wanted),
  );
  return newestFirst ? found.reverse() : found;
}

/** Letters as people compare them: without accents and case. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

function kindOf(act: Act): Kind {
  switch (act.type) {
    case 'step-completed':
      return 'answers';
    case 'event-reported':
      return 'events';
    case 'clock-reached':
      return 'deadlines';
    case 'share-acknowledged':
      return 'data';
    default:
      return 'changes';
  }
}

function stepOf(act: Act): string | undefined {
  if (act.type === 'step-completed' || act.type === 'step-nudged') return act.step;
  if (act.type === 'share-acknowledged') return act.share.split('#')[0];
  if (act.type !== 'clock-reached') return undefined;
  if (act.clock.kind === 'acknowledgement') return act.clock.share.split('#')[0];
  return act.clock.kind === 'expiry' ? undefined : act.clock.step;
}

/** Entries one after the other about the same step. */
export interface Group {
  readonly step?: string;
  readonly entries: readonly TimelineEntry[];
}

export function groupsOf(entries: readonly TimelineEntry[]): Group[] {
  const groups: { step?: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && last.step === entry.step) last.entries.push(entry);
    else
      groups.push({ ...(entry.step === undefined ? {} : { step: entry.step }), entries: [entry] });
  }
  return groups;
}

const DAY = 24 * 3600_000;

/** Whole days between two entries in which nothing happened; 0 for less than two. */
export function quietDays(a: TimelineEntry, b: TimelineEntry): number {
  const days = Math.floor(Math.abs(Date.parse(a.view.at) - Date.parse(b.view.at)) / DAY);
  return days < 2 ? 0 : days;
}
