import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/** A moment as an entry of a calendar. Instants are epoch milliseconds. */
export interface CalendarEntry {
  /** The same for as long as the entry lives; programs know it by this. */
  readonly uid: string;
  /** Counts up with every change; programs ignore what is not newer. */
  readonly sequence: number;
  /** `cancel` takes the entry out of the calendar. */
  readonly method: 'publish' | 'cancel';
  readonly title: string;
  /** The moment; the entry is the half hour before it. */
  readonly endsAt: number;
  /** When it came to stand like this; the same file comes of the same entry. */
  readonly changedAt: number;
}

const LENGTH = 30 * 60_000;

/**
 * The entry as a file (RFC 5545), universal time, without place, description, people or alarm, because calendars are
 * shared. It does not make anybody busy.
 */
export function calendarFile(entry: CalendarEntry): string {
  const cancelled = entry.method === 'cancel';
  const calendar = ical({
    prodId: { company: 'Retorno', product: 'Retorno', language: 'ES' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.changedAt),
    start: new Date(entry.endsAt - LENGTH),
    end: new Date(entry.endsAt),
    summary: entry.title,
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
  });
  return calendar.toString();
}
