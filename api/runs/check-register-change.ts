import type { Door } from '../../door/door.js';
import type { RegisterChange } from '../../protocols/language/register.js';
import { refusal } from '../../protocols/refusals.js';
import { findCalendar } from '../../protocols/rules/calendars/index.js';
import { refused } from '../errors.js';

/** Throws `register-unknown` when an entry speaks of a country, agreement or point that nobody knows. */
export async function checkRegisterChange(door: Door, change: RegisterChange): Promise<void> {
  const packs = await door.packs.listCurrent();
  const has = (list: 'agreements' | 'points', id: string) =>
    packs.some((pack) => pack[list].some((entry) => entry.id === id));
  const unknown = (id: string) => refused(refusal('register-unknown', { id }));
  switch (change.kind) {
    case 'day': {
      const calendar = findCalendar(change.country);
      if (!calendar) throw unknown(change.country);
      if (change.on < calendar.from || change.on > calendar.until) throw unknown(change.on);
      return;
    }
    case 'agreement':
      if (!has('agreements', change.agreement)) throw unknown(change.agreement);
      return;
    case 'closure':
      if (!has('points', change.point)) throw unknown(change.point);
      return;
    case 'relations':
      return;
  }
}
