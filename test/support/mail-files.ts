import { simpleParser } from 'mailparser';
import type { MailCatcher } from '../../platform/mail/catcher.js';
import type { CaughtMail } from '../../platform/mail/mail-store.js';

/** A calendar file as a mail program finds it in a mail. Instants are epoch milliseconds. */
export interface CaughtFile {
  readonly mail: CaughtMail;
  readonly raw: string;
  readonly uid: string;
  readonly sequence: number;
  readonly method: string;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isTransparent: boolean;
  readonly isCancelled: boolean;
}

/** The calendar files in the mails to an address, oldest first. */
export async function filesTo(catcher: MailCatcher, to: string): Promise<CaughtFile[]> {
  const files: CaughtFile[] = [];
  for (const { id } of catcher.list({ to, limit: 10_000 }).mails.toReversed()) {
    files.push(...(await filesIn(await catcher.get(id))));
  }
  return files;
}

/** The calendar files in a mail; throws on a file that is anything else, or no calendar. */
export async function filesIn(mail: CaughtMail): Promise<CaughtFile[]> {
  const { attachments } = await simpleParser(mail.raw);
  return attachments.map(({ content, contentType }) => {
    if (contentType !== 'text/calendar') throw new Error(`A file of another kind: ${contentType}`);
    return { mail, ...readCalendar(content.toString('utf8')) };
  });
}

/** Reads a file with one event (RFC 5545): folded lines, escapes, properties with parameters. */
function readCalendar(raw: string): Omit<CaughtFile, 'mail'> {
  const lines = raw.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const properties = new Map<string, string>();
  const open: string[] = [];
  for (const line of lines.filter((one) => one !== '')) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`Not a line of a calendar: ${line}`);
    if (name === 'BEGIN') open.push(value);
    else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends and was not begun`);
    } else if (properties.has(name)) throw new Error(`${name} stands there twice`);
    else properties.set(name, value.replaceAll(/\\([,;\\])/g, '$1').replaceAll('\\n', '\n'));
  }
  if (open.length > 0) throw new Error('The calendar does not end');
  const get = (name: string): string => {
    const value = properties.get(name);
    if (value === undefined) throw new Error(`${name} is missing`);
    return value;
  };
  if (get('VERSION') !== '2.0' || get('DTSTAMP') === '') throw new Error('Not iCalendar 2.0');
  return {
    raw,
    uid: get('UID'),
    sequence: Number(get('SEQUENCE')),
    method: get('METHOD'),
    title: get('SUMMARY'),
    startsAt: instantIn(get('DTSTART')),
    endsAt: instantIn(get('DTEND')),
    isTransparent: properties.get('TRANSP') === 'TRANSPARENT',
    isCancelled: properties.get('STATUS') === 'CANCELLED',
  };
}

function instantIn(stamp: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!parts) throw new Error(`Not an instant in universal time: ${stamp}`);
  const [year = 0, month = 1, ...rest] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, ...rest);
}
