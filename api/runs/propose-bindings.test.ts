import { describe, expect, test } from 'vitest';
import { tiny } from '../../test/fixtures/tiny.js';
import { proposeBindings } from './propose-bindings.js';

const title = { es: 'Inventado', en: 'Invented' };
const place = { own: 'invented-lead', sending: 'MX', receiving: 'HN' };

/** Who is proposed for the one role, of institutions given as id, place and State. */
function proposed(kind: string, ...all: [id: string, country: string, ofState: string | null][]) {
  const definition = tiny([{ id: 'work' }], {
    roles: [{ id: 'abroad', kind, side: 'receiving', title }],
  });
  const institutions = all.map(([id, country, ofState]) => ({
    ...{ id, kind, country, ofState, nameEs: id, nameEn: id, timeZone: 'UTC', active: true },
    ...{ language: 'es' as const, email: null, supervisorEmail: null, createdAt: new Date(0) },
  }));
  return proposeBindings(definition, institutions, place)[0]!.proposed;
}

describe.each(['CON', 'MFA'])('for a role of kind %s is proposed', (kind) => {
  test('who is of the State of its side, not who sits there', () => {
    const others: Parameters<typeof proposed>[1][] = [
      ['of-guatemala', 'MX', 'GT'],
      ['of-mexico', 'HN', 'MX'],
      ['unsaid', 'MX', null],
      ['unsaid-too', 'HN', null],
    ];
    expect(proposed(kind, ...others, ['of-honduras', 'MX', 'HN'])).toBe('of-honduras');
    expect(proposed(kind, ...others, ['at-home', 'HN', 'HN'])).toBe('at-home');
  });

  test('who is in the sending State before who is at home, and nobody from a third one', () => {
    expect(proposed(kind, ['at-home', 'HN', 'HN'], ['there', 'MX', 'HN'])).toBe('there');
    expect(proposed(kind, ['in-texas', 'US', 'HN'])).toBeUndefined();
    expect(proposed(kind, ['one', 'MX', 'HN'], ['two', 'MX', 'HN'])).toBeUndefined();
  });

  test('nobody who is known to be of another State', () => {
    expect(proposed(kind, ['of-guatemala', 'MX', 'GT'])).toBeUndefined();
    expect(proposed(kind, ['of-guatemala', 'HN', 'GT'])).toBeUndefined();
  });

  test('where nobody has said whose they are, who sits where one would', () => {
    const [expected, other] = kind === 'CON' ? ['MX', 'HN'] : ['HN', 'MX'];
    expect(proposed(kind, ['here', expected!, null], ['elsewhere', other!, null])).toBe('here');
  });
});
