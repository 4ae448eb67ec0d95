import { describe, expect, it } from 'vitest';
import type { Agreement } from '../language/pack.js';
import { expiryAlerts, isInForce, periodOf, silenceUnder } from './agreements.js';

const source = { mark: 'proposal', ref: 'invented' } as const;
const agreement: Agreement = {
  id: 'invented',
  title: { es: 'Acuerdo inventado', en: 'Invented agreement' },
  type: 'memorandum',
  parties: ['HN', 'PA'],
  from: '2026-01-01',
  until: '2026-06-30',
  renewals: [
    { until: '2027-06-30', source },
    { until: '2028-06-30', source },
  ],
  silence: 'acceptance',
  source,
};

describe('agreements', () => {
  it('hold until the end of their last renewal, that day included', () => {
    expect(periodOf(agreement)).toEqual({ from: '2026-01-01', until: '2028-06-30' });
    expect(isInForce(agreement, undefined, '2025-12-31')).toBe(false);
    expect(isInForce(agreement, undefined, '2026-01-01')).toBe(true);
    expect(isInForce(agreement, undefined, '2028-06-30')).toBe(true);
    expect(isInForce(agreement, undefined, '2028-07-01')).toBe(false);
  });

  it('end or go on as the register says', () => {
    expect(isInForce(agreement, { until: '2026-03-31' }, '2026-04-01')).toBe(false);
    expect(isInForce(agreement, { until: '2029-12-31' }, '2029-01-01')).toBe(true);
  });

  it('give silence an effect only while they hold', () => {
    expect(silenceUnder(agreement, undefined, '2026-02-01')).toBe('acceptance');
    expect(silenceUnder(agreement, undefined, '2028-07-01')).toBe('none');
    expect(silenceUnder(agreement, { silence: 'none' }, '2026-02-01')).toBe('none');
  });

  it('are announced before they end and after', () => {
    const open: Agreement = { ...agreement, id: 'open', until: undefined as never, renewals: [] };
    const alerts = (on: string) => expiryAlerts([agreement, open], {}, on, 90);
    expect(alerts('2028-03-31')).toEqual([]);
    expect(alerts('2028-04-01')).toEqual([
      { agreement: 'invented', until: '2028-06-30', days: 90 },
    ]);
    expect(alerts('2028-07-02')).toEqual([
      { agreement: 'invented', until: '2028-06-30', days: -2 },
    ]);
  });
});
