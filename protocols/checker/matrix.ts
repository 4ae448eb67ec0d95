import type { Regime } from '../language/definition.js';
import type { Category } from '../language/form.js';

type Row = Readonly<Partial<Record<Exclude<Regime, 'no-return'>, readonly Category[]>>>;

const all = (...categories: Category[]): Row => ({
  removal: categories,
  child: categories,
  victim: categories,
  voluntary: categories,
});

const CHILD_FILE: readonly Category[] = [
  'D1',
  'D2',
  'D3',
  'D4',
  'D5a',
  'D5b',
  'D6',
  'D7',
  'D8',
  'D10',
  'D11',
  'D12',
  'D13',
];
const SERVICES = all('D1', 'D2', 'D11', 'D12', 'D13');

/**
 * Who may be sent what without a further approval, by kind of institution and State: data minimisation as a table. A
 * step may send less, never more. Kinds that are not listed (counsel, courts, the directory's others) are bound by
 * INV-P3 only.
 */
export const MATRIX: Readonly<Record<string, Row>> = {
  'CPA/sending': {
    removal: ['D1', 'D4', 'D7'],
    child: CHILD_FILE,
    victim: CHILD_FILE,
    voluntary: ['D1', 'D4', 'D7', 'D13'],
  },
  'CPA/receiving': {
    removal: ['D1', 'D4', 'D7'],
    child: ['D1', 'D2', 'D4', 'D5a', 'D7', 'D10', 'D12', 'D13'],
    victim: ['D1', 'D2', 'D4', 'D5a', 'D7', 'D10', 'D12', 'D13'],
    voluntary: ['D1', 'D4', 'D7'],
  },
  'CON/receiving': {
    removal: ['D1', 'D8', 'D10'],
    child: ['D1', 'D4', 'D7', 'D10'],
    victim: ['D1', 'D10'],
    voluntary: ['D1', 'D10'],
  },
  'MIG/sending': {
    removal: ['D1', 'D3', 'D7', 'D8', 'D9', 'D10'],
    child: ['D1', 'D7', 'D8', 'D10'],
    victim: ['D1', 'D7', 'D8'],
    voluntary: ['D1', 'D8', 'D10'],
  },
  'MIG/receiving': all('D1', 'D7', 'D10', 'D13'),
  'REC/receiving': all('D1', 'D7', 'D10', 'D13'),
  'ATU/sending': {
    removal: ['D1', 'D6'],
    child: ['D1', 'D6'],
    victim: CHILD_FILE,
    voluntary: ['D1', 'D6'],
  },
  'ATU/receiving': {
    removal: ['D1', 'D6'],
    child: ['D1', 'D6'],
    victim: CHILD_FILE,
    voluntary: ['D1', 'D6'],
  },
  'PROS/sending': { removal: [], child: ['D1', 'D6'], victim: ['D1', 'D6'], voluntary: [] },
  'PROS/receiving': { removal: ['D9'], child: ['D1', 'D6'], victim: ['D1', 'D6'], voluntary: [] },
  'ASY/sending': all('D1', 'D6', 'D8'),
  'HEA/sending': all('D1', 'D5a', 'D5b'),
  'HEA/receiving': all('D1', 'D5a', 'D5b'),
  'LAB/receiving': SERVICES,
  'EDU/receiving': SERVICES,
  'SOC/receiving': SERVICES,
  'WOM/receiving': SERVICES,
  'MUN/receiving': all('D1', 'D2', 'D12', 'D13'),
  'MON/either': all('D10', 'D13'),
  'RECTOR/either': {
    removal: ['D1', 'D7', 'D8', 'D13'],
    child: ['D1', 'D7', 'D8', 'D13'],
    victim: ['D7', 'D8', 'D13'],
    voluntary: ['D1', 'D8', 'D13'],
  },
};

/** Of these categories a body gets an extract, never all that was ever answered: the share names the fields. */
export const EXTRACTS: Readonly<Record<string, readonly Category[]>> = {
  'PROS/sending': ['D6'],
  'PROS/receiving': ['D6'],
  'MUN/receiving': ['D12'],
  'EDU/receiving': ['D12'],
  'SOC/receiving': ['D12'],
  'LAB/receiving': ['D12'],
  'WOM/receiving': ['D12'],
};

/** What must never reach a kind of institution, whoever approves it. */
export const NEVER: readonly { readonly category: Category; readonly to: readonly string[] }[] = [
  {
    category: 'D9',
    to: [
      'REC/receiving',
      'MUN/receiving',
      'CSO/sending',
      'CSO/receiving',
      'LAB/receiving',
      'EDU/receiving',
      'SOC/receiving',
    ],
  },
  { category: 'D6', to: ['MUN/receiving', 'REC/receiving', 'MIG/receiving'] },
];
