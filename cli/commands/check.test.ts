import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { CheckFinding } from '../../protocols/checker/check.js';
import { SHIPPED } from '../../protocols/registry.js';
import { checkFiles } from './check.js';

const SOUND = 'examples/protocols/older-person-return.yaml';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retorno-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const adults = SHIPPED.find(({ id }) => id === 'adult-deportee')!;

/** The protocol of the example, whose departure no longer asks for what a safeguard asks of it. */
function withoutAssessment(): string {
  const definition = parse(readFileSync(SOUND, 'utf8'));
  const departure = definition.steps.find((step: { effects?: string[] }) =>
    step.effects?.includes('departs'),
  );
  departure.requires = departure.requires.filter((fact: string) => fact !== 'individualAssessed');
  return stringify(definition, { aliasDuplicateObjects: false });
}

describe('retorno check', () => {
  test('a sound definition has no findings: 0', () => {
    expect(checkFiles([SOUND], {}, 'es')).toEqual({
      code: 0,
      output: `${SOUND}: sin hallazgos\n`,
      errors: '',
    });
  });

  test('a broken safeguard is told with what must hold, what to do and the way there: 1', () => {
    const path = file('unsafe.yaml', withoutAssessment());
    const spanish = checkFiles([path], {}, 'es');
    expect(spanish.code).toBe(1);
    expect(spanish.errors).toBe('');
    for (const part of [/1 error/, /ERROR INV-A1 {2}steps\//, /Debe ser: Nadie sale sin una/]) {
      expect(spanish.output).toMatch(part);
    }
    expect(spanish.output).toMatch(/Cómo se llega:\n {6}1\. Se inicia el proceso/);
    const english = checkFiles([path], {}, 'en');
    expect(english.output).toMatch(/Must hold: Nobody departs without/);
    expect(english.output).toMatch(/How it comes about:\n {6}1\. The run starts/);
  });

  test('with --json the same findings are one line for a program, whatever the language', () => {
    const path = file('unsafe.json', JSON.stringify(parse(withoutAssessment())));
    const { code, output } = checkFiles([path, SOUND], { json: true }, 'en');
    expect(code).toBe(1);
    expect(output.trimEnd()).not.toContain('\n');
    expect(output).toBe(checkFiles([path, SOUND], { json: true }, 'es').output);
    const [unsafe, sound] = JSON.parse(output) as { name: string; findings: CheckFinding[] }[];
    expect(sound).toEqual({ name: SOUND, findings: [] });
    expect(unsafe!.name).toBe(path);
    expect(unsafe!.findings.map(({ invariant }) => invariant)).toContain('INV-A1');
    expect(unsafe!.findings[0]!.path.length).toBeGreaterThan(1);
  });

  test('the protocols of the product have no findings', () => {
    const { code, output } = checkFiles([], { shipped: true }, 'es');
    expect(code).toBe(0);
    expect(output.match(/sin hallazgos/g)).toHaveLength(5);
  });

  test('a file stands for the protocol of the product whose id it has', () => {
    const victims = SHIPPED.find(({ id }) => id === 'trafficking-victim')!;
    const path = file('victims.json', JSON.stringify({ ...victims, regime: 'voluntary' }));
    const { output } = checkFiles([path], { json: true, shipped: true }, 'es');
    const checked = JSON.parse(output) as { name: string; findings: CheckFinding[] }[];
    // What the product's protocol for adults sends there is no longer protected there.
    const { findings } = checked.find(({ name }) => name === adults.id)!;
    expect(findings.map(({ invariant }) => invariant)).toContain('INV-T2');
  });

  test.each([
    ['missing.yaml', undefined, /no se puede leer \(ENOENT/, /it cannot be read \(ENOENT/],
    ['broken.yaml', 'id: [unclosed\nsteps: }', /no es YAML ni JSON/, /it is no YAML/],
    ['twice.yaml', 'id: one\nid: two\n', /no es YAML ni JSON/, /it is no YAML/],
    ['alias.yaml', 'id: &a one\nversion: *a\n', /usa alias de YAML/, /it uses YAML aliases/],
    ['list.json', '[]', /no tiene la forma de un protocolo/, /it is no protocol/],
    ['empty.yaml', '', /no tiene la forma de un protocolo/, /it is no protocol/],
    ['latin.yaml', Uint8Array.of(0x69, 0xe9), /no se puede leer/, /it cannot be read/],
    ['large.yaml', ' '.repeat(513 * 1024), /ocupa más de 512 KB/, /it takes more than 512 KB/],
  ])('%s cannot be used: 2, and says why', (name, text, es, en) => {
    const path = text === undefined ? join(folder, name) : file(name, text);
    const spanish = checkFiles([path], {}, 'es');
    expect(spanish.code).toBe(2);
    expect(spanish.errors.startsWith(`${path}: `)).toBe(true);
    expect(spanish.errors).toMatch(es);
    expect(checkFiles([path], {}, 'en').errors).toMatch(en);
  });

  test('a field no protocol has is named with its place: 2', () => {
    const path = file('unknown.json', JSON.stringify({ ...adults, foo: 1 }));
    const { code, errors } = checkFiles([path], {}, 'es');
    expect(code).toBe(2);
    expect(errors).toMatch(/foo/);
  });

  test('one unusable file among good ones: 2, and the good ones are still checked', () => {
    const { code, output, errors } = checkFiles([SOUND, join(folder, 'nowhere')], {}, 'es');
    expect(code).toBe(2);
    expect(output).toContain('sin hallazgos');
    expect(errors).toContain('nowhere');
  });

  test('no file at all: 2', () => {
    expect(checkFiles([], {}, 'es')).toMatchObject({ code: 2, errors: /Indique/ });
    expect(checkFiles([], {}, 'en')).toMatchObject({ code: 2, errors: /Name at least/ });
  });
});
