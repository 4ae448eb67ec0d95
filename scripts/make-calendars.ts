// Writes protocols/rules/calendars/<country>.ts. Run from the project folder:
//   npx esbuild scripts/make-calendars.ts --bundle --platform=node --format=esm \
//     --packages=external --outfile=dist/make-calendars.mjs && node dist/make-calendars.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const FROM_YEAR = 2024;
const UNTIL_YEAR = 2036;
const FOLDER = 'protocols/rules/calendars';
const WIDTH = 84;

type Found = { date: string; name: string; isWholeDay: boolean };
type Correction = {
  /** Name of the entry of the data set to leave out. */
  drop?: string;
  /** Days to put in for a year, 'YYYY-MM-DD'. */
  add?: (year: number) => string[];
  because: string;
};
type Country = { code: string; name: string; zone: string; corrections?: Correction[] };

const yearly = (monthDay: string, since = FROM_YEAR) => {
  return (year: number) => (year >= since ? [`${year}-${monthDay}`] : []);
};

// Corrections: where the data set is behind the law, and why. All else is as it gives it.
export const COUNTRIES: Country[] = [
  {
    code: 'BZ',
    name: 'Belize',
    zone: 'America/Belize',
    corrections: [
      {
        add: (year) => (weekday(`${year}-01-01`) === 7 ? [`${year}-01-02`] : []),
        because: 'Holidays Act, chapter 289: a New Year on a Sunday is kept on the Monday',
      },
    ],
  },
  {
    code: 'CA',
    name: 'Canada',
    zone: 'America/Toronto',
    corrections: [
      {
        add: (year) => [
          weekdayBefore(`${year}-05-25`, 1),
          `${year}-09-30`,
          nthWeekday(year, 10, 1, 2),
          `${year}-11-11`,
          `${year}-12-26`,
        ],
        because:
          'federal labour code: Victoria, Reconciliation, Thanksgiving, Remembrance, Boxing Day',
      },
    ],
  },
  {
    code: 'CR',
    name: 'Costa Rica',
    zone: 'America/Costa_Rica',
    corrections: [
      {
        drop: 'Día de la Raza',
        add: yearly('12-01'),
        because: 'Ley 9803: 12 October is no holiday since 2020; 1 December is',
      },
      { add: yearly('08-31'), because: 'Ley 10050: Día de la Persona Negra' },
    ],
  },
  {
    code: 'DO',
    name: 'Dominican Republic',
    zone: 'America/Santo_Domingo',
    corrections: [
      {
        drop: 'Día de la Constitución',
        add: (year) => [nearestMonday(`${year}-11-06`)],
        because: 'Ley 139-97: Tuesday and Wednesday move back to Monday, Thursday and Friday on',
      },
      {
        drop: 'Día de la Restauración',
        add: (year) => [year % 4 === 0 ? `${year}-08-16` : nearestMonday(`${year}-08-16`)],
        because: 'Ley 139-97: moves as above, save in years in which a presidency begins',
      },
    ],
  },
  {
    code: 'SV',
    name: 'El Salvador',
    zone: 'America/El_Salvador',
    corrections: [
      {
        add: (year) => [`${year}-01-01`, `${year}-05-10`, `${year}-06-17`],
        because: 'Código de Trabajo art. 190 lists them; the data set holds them as observances',
      },
    ],
  },
  {
    code: 'GT',
    name: 'Guatemala',
    zone: 'America/Guatemala',
    corrections: [
      {
        drop: 'Día de las Fuerzas Armadas',
        add: (year) => [tourismMonday(`${year}-06-30`)],
        because:
          'Decreto 19-2018: Tuesday and Wednesday move back to Monday, Thursday to Sunday on',
      },
    ],
  },
  {
    code: 'HN',
    name: 'Honduras',
    zone: 'America/Tegucigalpa',
    corrections: [
      { drop: 'Día del Soldado', because: 'Decreto 78-2015: moved to the Semana Morazánica' },
      { drop: 'Día de la Raza', because: 'as above' },
      {
        drop: 'Día de las Fuerzas Armadas',
        add: (year) => {
          const wednesday = nthWeekday(year, 10, 3, 1);
          return [wednesday, shift(wednesday, 1), shift(wednesday, 2)];
        },
        because: 'as above: from the first Wednesday of October to the Friday after it',
      },
    ],
  },
  {
    code: 'MX',
    name: 'Mexico',
    zone: 'America/Mexico_City',
    corrections: [
      {
        drop: 'Transmisión del Poder Ejecutivo Federal',
        add: (year) => ((year - 2024) % 6 === 0 ? [`${year}-10-01`] : []),
        because: 'Ley Federal del Trabajo art. 74, reform of 30 September 2024: 1 October',
      },
    ],
  },
  {
    code: 'NI',
    name: 'Nicaragua',
    zone: 'America/Managua',
    corrections: [
      { drop: 'Día del niño', because: 'not in Código del Trabajo art. 66' },
      { drop: 'Día de la resistencia indígena', because: 'not in Código del Trabajo art. 66' },
      { add: yearly('05-30'), because: 'Ley 1118 of 2022: Día de la Madre' },
      {
        add: (year) =>
          ['01-18', '02-02', '02-21', '11-08']
            .map((day) => `${year}-${day}`)
            .filter((date) => date > '2026-01-18'),
        because: 'Ley 1272, approved on 18 January 2026',
      },
    ],
  },
  { code: 'PA', name: 'Panama', zone: 'America/Panama' },
  {
    code: 'US',
    name: 'United States',
    zone: 'America/New_York',
    corrections: [
      {
        add: (year) => [observed(`${year}-11-11`)],
        because: '5 U.S.C. 6103: the substitute day holds for Veterans Day too',
      },
    ],
  },
  // No member, but the other side of a corridor.
  { code: 'HT', name: 'Haiti', zone: 'America/Port-au-Prince' },
];

/** The holidays of a country as they are written to its file, ascending. */
export function holidayDates(country: Country): string[] {
  const corrections = country.corrections ?? [];
  const dates = new Set<string>();
  for (let year = FROM_YEAR; year <= UNTIL_YEAR; year += 1) {
    for (const found of publicHolidays(country.code, year)) {
      if (found.isWholeDay && !corrections.some((one) => one.drop === found.name)) {
        dates.add(found.date);
      }
    }
    for (const correction of corrections) {
      for (const date of correction.add?.(year) ?? []) dates.add(date);
    }
  }
  return [...dates].filter(isInRange).sort();
}

function isInRange(date: string): boolean {
  return date >= `${FROM_YEAR}-01-01` && date <= `${UNTIL_YEAR}-12-31`;
}

// A day off that begins at noon (Guatemala, 24 and 31 December) is a day on which offices work.
function publicHolidays(code: string, year: number): Found[] {
  return new Holidays(code)
    .getHolidays(year)
    .filter((one) => one.type === 'public')
    .map((one) => ({
      date: one.date.slice(0, 10),
      name: one.name,
      isWholeDay: one.date.slice(11, 16) === '00:00',
    }));
}

function at(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function shift(date: string, days: number): string {
  return new Date(at(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
function weekday(date: string): number {
  return new Date(at(date)).getUTCDay() || 7;
}

function nthWeekday(year: number, month: number, isoDay: number, nth: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return shift(first, ((isoDay - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

function weekdayBefore(date: string, isoDay: number): string {
  const before = shift(date, -1);
  return shift(before, -((weekday(before) - isoDay + 7) % 7));
}

function nearestMonday(date: string): string {
  const day = weekday(date);
  if (day === 2 || day === 3) return shift(date, 1 - day);
  return day === 4 || day === 5 ? shift(date, 8 - day) : date;
}

function tourismMonday(date: string): string {
  const day = weekday(date);
  return day === 6 || day === 7 ? shift(date, 8 - day) : nearestMonday(date);
}

function observed(date: string): string {
  const day = weekday(date);
  return day === 6 ? shift(date, -1) : day === 7 ? shift(date, 1) : date;
}

function yearLines(dates: string[]): string[] {
  const lines: string[] = [];
  for (const date of dates) {
    const year = date.slice(0, 4);
    const last = lines[lines.length - 1];
    if (last?.startsWith(year) && last.length < WIDTH) {
      lines[lines.length - 1] = `${last} ${date.slice(5)}`;
    } else {
      lines.push(`${year} ${date.slice(5)}`);
    }
  }
  return lines;
}

function render(country: Country, version: string): string {
  const constant = country.name.replace(/ (\w)/g, '$1').replace(/^\w/, (c) => c.toLowerCase());
  const corrected = (country.corrections ?? []).flatMap((one) => {
    const dropped = one.drop ? `without ${one.drop}: ` : '';
    return wrap(`// - ${dropped}${one.because}`);
  });
  return [
    `// Made by scripts/make-calendars.ts from date-holidays ${version}; change that, not this.`,
    `// An administrator of the country must check these days, and again every year, before use.`,
    ...(corrected.length > 0 ? ['// Differs from the data set:', ...corrected] : []),
    `import type { Calendar } from '../calendar.js';`,
    `import { days } from './days.js';`,
    '',
    `/** Public holidays of ${country.name}, ${FROM_YEAR} to ${UNTIL_YEAR}. */`,
    `export const ${constant}: Calendar = {`,
    `  id: '${country.code.toLowerCase()}',`,
    `  country: '${country.code}',`,
    `  timeZone: '${country.zone}',`,
    '  weekend: [6, 7],',
    '  holidays: days(',
    ...yearLines(holidayDates(country)).map((line) => `    '${line}',`),
    '  ),',
    `  from: '${FROM_YEAR}-01-01',`,
    `  until: '${UNTIL_YEAR}-12-31',`,
    '};',
    '',
  ].join('\n');
}

function wrap(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    if (last.length + word.length > 98) lines.push(`//   ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function writeCalendars(): void {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const version = lock.packages['node_modules/date-holidays']?.version ?? 'unknown';
  for (const country of COUNTRIES) {
    const file = `${FOLDER}/${country.name.toLowerCase().replaceAll(' ', '-')}.ts`;
    writeFileSync(file, render(country, version));
  }
}

if (process.argv[1]?.includes('make-calendars')) writeCalendars();
