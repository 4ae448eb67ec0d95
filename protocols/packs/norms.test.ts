import { describe, expect, it } from 'vitest';
import { dominicanRepublicSending } from './norms/dominican-republic.js';
import { canadaSending, comparators, international } from './norms/international.js';
import { mexicoReceiving, mexicoSending } from './norms/mexico.js';
import { unitedStatesSending } from './norms/united-states.js';

/**
 * Subject by subject as the legal research gives them: number, figure (`-` for none), mark, citation. Written apart from
 * the norms; a figure that slips in either list fails here.
 */
const TABLE = `
T1 36h source LM art. 68
T2 24h source LM art. 100
T3 15wd source LM art. 111
T4 60wd source LM art. 111
T5 - source LM art. 111 V
T6 0h source LM art. 69 IV
T7 0h source LM art. 112
T8 - source LM art. 112 III
T9 0h source LM art. 20 XI
T10 3h source LGDNNA art. 122 VI
T10-court 24h source LGDNNA art. 122 VII
T11 10d source LM art. 131
T12 20wd source LM art. 128
T13-request 30wd source LRPCAP art. 18
T13-decision 45wd source LRPCAP art. 24
T13-extension 45wd source LRPCAP art. 24
T14 15wd source LRPCAP art. 24
T15 15wd source LFPA art. 85
T16 5d source LFPA art. 87
T17 - source LA arts. 17 IV, 20, 126, 160
T18 4h source LM art. 36
T18-extension 24h source LM art. 36
T19 48h source TVPRA 2008 s. 235(a)(4)
T20 48h source TVPRA 2008 s. 235(b)(2)
T21 72h memory TVPRA 2008 s. 235(b)(3)
T22 - source GAO-15-521
T23 - source DR-Haiti protocol of 2 December 1999, (a)
T24 0h source CONANI
T25 90d source UN document
T26 30d comparator Council of Europe
T27 180d source IRCC
T28 - source Vienna Convention on Consular Relations art. 36(1)(b)
T29 - source Palermo Protocol art. 8(3)
T30 3wd comparator EU-Turkey
T31 30d comparator EC-Sri Lanka
T32 2wd comparator 2007/556
T33 25d comparator 21 September 2009
T34 24h comparator 2007/556
T35 3m comparator EU-Turkey
T36 30d comparator Return Directive art. 7
T37 1m source Handbook 2.3
T38 6m source IOM Italy
T39 28d comparator IOM Slovakia
T40 - proposal no source found
`;

const UNITS: Record<string, string> = {
  h: 'hours',
  d: 'calendar-days',
  wd: 'working-days',
  m: 'months',
};

const NORMS = [
  ...mexicoSending,
  ...mexicoReceiving,
  ...unitedStatesSending,
  ...dominicanRepublicSending,
  ...international,
  ...comparators,
  ...canadaSending,
];

const rows = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [id = '', figure = '', mark = '', ...cited] = line.split(' ');
    const [, length, unit = ''] = /^(\d+)([a-z]+)$/.exec(figure) ?? [];
    return {
      id,
      figure: length === undefined ? undefined : { length: Number(length), unit: UNITS[unit] },
      mark,
      cited: cited.join(' '),
    };
  });

describe('norms', () => {
  it.each(rows)('$id has the figure, the mark and the citation of the research', (row) => {
    const found = NORMS.filter(({ id }) => id === row.id);
    expect(found).toHaveLength(1);
    const [norm] = found;
    expect(norm?.figure).toEqual(row.figure);
    expect(norm?.source.mark).toBe(row.mark);
    expect(norm?.source.ref).toContain(row.cited);
  });

  it('are all in the table, and each is said in both languages', () => {
    expect(NORMS.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    for (const { title, says } of NORMS) {
      for (const text of [title, says]) {
        expect(text.es.length).toBeGreaterThan(3);
        expect(text.en.length).toBeGreaterThan(3);
      }
    }
  });
});
