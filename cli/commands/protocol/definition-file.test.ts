import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDefinitionFile } from './definition-file.js';

const folder = mkdtempSync(join(tmpdir(), 'retorno-definition-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return () => readDefinitionFile(path);
};

describe('a definition in a file', () => {
  it('is sent as it is, named by its id', () => {
    const text = 'id: invented\nversion: 1\n';
    const { id, type, body } = read('good.yaml', text)();
    expect({ id, type }).toEqual({ id: 'invented', type: 'application/yaml' });
    expect(Buffer.from(body).toString()).toBe(text);
  });

  it('that is no YAML is refused with the line, not with what it has', () => {
    const broken = read('bad.yaml', 'id: invented\nregime voluntary\nversion: 1\n');
    expect(broken).toThrow('line 2');
    expect(broken).not.toThrow('falta «id»');
  });

  it('without a name says how to give it one', () => {
    expect(read('nameless.yaml', 'version: 1\n')).toThrow('id: mi-protocolo');
    expect(read('list.yaml', '- 1\n')).toThrow('falta «id»');
  });
});
