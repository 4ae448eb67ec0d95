import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import { completeProfile } from '../../protocols/simulator/profile/complete-profile.js';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { getDefinitionFrom } from '../definition-source.js';
import { readProfile } from './read-profile.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retorno-profile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string, name = 'profile.yaml'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a profile file', () => {
  test('changes what it names and nothing else', () => {
    const path = file(`
arrivalsPerDay: 5
institutions:
  all: { officers: 7 }
  OPB: { officers: 2, hours: { from: 8, until: 14 }, pace: 2 }
kinds:
  notice: { silence: 0.5 }
steps:
  departure: { work: { median: 3, p90: 4 } }
outcomes:
  'removal-decision:removal': 2
events: { absconded: 1.5 }
attributes: { ageBand: { older: 1 } }
dates: { departure: { median: 30, p90: 40 } }
`);
    const profile = readProfile(adultDeportee, path);
    const plain = completeProfile(adultDeportee);
    expect(profile.arrivalsPerDay).toBe(5);
    expect(profile.institutions.COURT).toEqual({ ...plain.institutions.COURT, officers: 7 });
    expect(profile.institutions.OPB).toEqual({
      officers: 2,
      hours: { from: 8, until: 14 },
      silence: 0,
      pace: 2,
    });
    expect(profile.steps['monitor-notice']!.silence).toBe(0.5);
    expect(profile.steps['monitor-notice']!.work).toEqual(plain.steps['monitor-notice']!.work);
    expect(profile.steps.departure!.work).toEqual({ median: 3, p90: 4 });
    expect(profile.outcomes).toEqual({ ...plain.outcomes, 'removal-decision:removal': 2 });
    expect(profile.events).toEqual({ ...plain.events, absconded: 1.5 });
    expect(profile.attributes.ageBand!.filter(({ weight }) => weight > 0)).toEqual([
      { value: 'older', weight: 1 },
    ]);
    expect(profile.dates.departure).toEqual({ median: 30, p90: 40 });
    expect(readProfile(adultDeportee, undefined)).toEqual(plain);
    expect(readProfile(adultDeportee, file(''))).toEqual(plain);
  });

  test.each([
    ['a name the protocol does not have', 'steps: { deprture: { silence: 0 } }', 'deprture'],
    ['an answer only silence gives', "outcomes: { 'open-door:closed': 1 }", 'open-door:closed'],
    ['a value no attribute has', 'attributes: { ageBand: { young: 1 } }', 'young'],
    ['an unknown field', 'arivalsPerDay: 3', 'arivalsPerDay'],
    ['p90 below the median', 'dates: { departure: { median: 9, p90: 3 } }', 'p90'],
    ['a share above one', 'institutions: { OPB: { silence: 2 } }', 'silence'],
    [
      'an office that closes before it opens',
      'institutions: { OPB: { hours: { from: 9, until: 9 } } }',
      'hours',
    ],
    [
      'a country without calendar',
      'places: { sending: { country: XX, timeZone: UTC } }',
      'country',
    ],
    ['what is no YAML', 'steps: [', 'YAML'],
  ])('with %s is refused, in both languages', (_, text, named) => {
    const read = () => readProfile(adultDeportee, file(text));
    expect(read).toThrow(named);
    expect(read).toThrow(/faults|neither/);
  });
});

test.each(ALL_DEFINITIONS.map((definition) => [definition.id, definition] as const))(
  'the defaults of %s are complete and possible',
  (_, definition) => {
    const profile = completeProfile(definition);
    for (const step of definition.steps) {
      const { response, work, silence } = profile.steps[step.id]!;
      for (const { median, p90 } of [response, work]) {
        expect(median).toBeGreaterThanOrEqual(0);
        expect(p90).toBeGreaterThanOrEqual(median);
      }
      expect(silence).toBeLessThanOrEqual(1);
      const choosable = step.outcomes.filter(({ bySilence }) => !bySilence);
      const weights = choosable.map(({ id }) => profile.outcomes[`${step.id}:${id}`]!);
      expect(
        weights.every((weight) => weight > 0),
        step.id,
      ).toBe(true);
      if (weights.length > 0) expect(weights.reduce((sum, one) => sum + one)).toBeCloseTo(1);
    }
    for (const { id } of definition.roles) expect(profile.institutions[id]).toBeDefined();
    for (const { id } of definition.events) expect(profile.events[id]).toBeGreaterThan(0);
    for (const { id } of definition.attributes) expect(profile.attributes[id]).not.toEqual([]);
  },
);

describe('a definition', () => {
  test('is a shipped one by name, or a draft in a file', () => {
    expect(getDefinitionFrom('adult-deportee')).toEqual({
      definition: adultDeportee,
      isDraft: false,
    });
    const path = file(JSON.stringify(adultDeportee), 'draft.json');
    const { definition, isDraft } = getDefinitionFrom(path);
    expect(isDraft).toBe(true);
    expect(definition).toEqual(JSON.parse(JSON.stringify(adultDeportee)));
  });

  test('with faults is refused with every one of them', () => {
    const wrong = { ...adultDeportee, lead: 'nobody', extra: 1 };
    expect(() => getDefinitionFrom(file(JSON.stringify(wrong), 'wrong.json'))).toThrow('extra');
    const unknown = { ...adultDeportee, lead: 'nobody' };
    const path = file(JSON.stringify(unknown), 'unknown.json');
    expect(() => getDefinitionFrom(path)).toThrow('nobody');
    expect(() => getDefinitionFrom(join(folder, 'missing.yaml'))).toThrow('adult-deportee');
  });
});
