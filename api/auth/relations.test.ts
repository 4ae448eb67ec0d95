import { describe, expect, it } from 'vitest';
import { drive } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';
import { relationsTo } from './relations.js';

const definition = tiny([{ id: 'work' }]);
const { state } = drive(definition);
const to = (institution: string, of: { startedBy: string; rehearsal?: boolean }) => [
  ...relationsTo({ rehearsal: false, ...of, state }, definition, institution),
];

describe('who started a run', () => {
  it('stays its starter while it fills any role', () => {
    expect(to('invented-other', { startedBy: 'invented-other' })).toEqual(['party', 'starter']);
  });

  it('is nobody to it once it fills none', () => {
    expect(to('gone', { startedBy: 'gone' })).toEqual([]);
  });

  it('keeps a rehearsal, in which no real person is', () => {
    const relations = to('gone', { startedBy: 'gone', rehearsal: true });
    expect(relations).toEqual(['starter', 'rehearsal']);
  });
});
