import { expect, test } from 'vitest';
import { type CalendarEntry, calendarFile } from './calendar-file.js';

const entry: CalendarEntry = {
  uid: 'abc@retorno.example',
  sequence: 0,
  method: 'publish',
  title: 'Plazo de una tarea – R-7F3K-91PQ',
  endsAt: Date.UTC(2026, 10, 23, 20, 0),
  changedAt: Date.UTC(2026, 10, 20, 10, 0),
};

/** Lines of a file with folded ones put together again. */
const lines = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

test('an entry is the half hour before the moment, makes nobody busy and says nothing more', () => {
  expect(lines(calendarFile(entry))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Retorno//Retorno//ES',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:abc@retorno.example',
    'SEQUENCE:0',
    'DTSTAMP:20261120T100000Z',
    'DTSTART:20261123T193000Z',
    'DTEND:20261123T200000Z',
    'SUMMARY:Plazo de una tarea – R-7F3K-91PQ',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
});

test('a cancellation names the same entry under a later number', () => {
  const file = lines(calendarFile({ ...entry, method: 'cancel', sequence: 3 }));
  expect(file).toContain('METHOD:CANCEL');
  expect(file).toContain('STATUS:CANCELLED');
  expect(file).toContain('UID:abc@retorno.example');
  expect(file).toContain('SEQUENCE:3');
});

test('the same entry makes the same file, and a title adds no line', () => {
  const sly = { ...entry, title: 'Plazo\r\nATTENDEE:mailto:otra@persona.example;,\\' };
  expect(calendarFile(sly)).toBe(calendarFile(sly));
  expect(lines(calendarFile(sly)).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  for (const line of calendarFile({ ...sly, title: 'ñ'.repeat(300) }).split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
});
