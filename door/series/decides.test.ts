import { describe, expect, it } from 'vitest';
import { readSettings } from '../../platform/env.js';
import { SHIPPED } from '../../protocols/registry.js';
import { decidesAboutPerson } from './decides.js';
import { HUMAN_PACE } from './limits.js';

const stepsThat = (decide: boolean) =>
  SHIPPED.flatMap((definition) =>
    definition.steps
      .filter((step) => decidesAboutPerson(definition, step) === decide)
      .map(({ id }) => `${definition.id}/${id}`),
  );

describe('what decides about a person', () => {
  it('are assessments, decisions and checks of every shipped protocol', () => {
    expect(stepsThat(true)).toEqual(
      expect.arrayContaining([
        'adult-deportee/individual-assessment',
        'adult-deportee/non-refoulement-assessment',
        'adult-deportee/removal-decision',
        'adult-deportee/individual-clearance',
        'adult-deportee/pre-departure-check',
        'unaccompanied-minor/initial-assessment',
        'unaccompanied-minor/bid-decision',
        'trafficking-victim/formal-identification',
        'voluntary-return/consent-freedom-check',
      ]),
    );
  });

  it('are neither receipts nor what is done with many at once, nor steps of a run about nobody', () => {
    const others = stepsThat(false);
    expect(others).toEqual(
      expect.arrayContaining([
        'adult-deportee/departure',
        'adult-deportee/handover-reception-act',
        'adult-deportee/manifest-proposal',
        'group-operation/boarding-gate',
      ]),
    );
    expect(stepsThat(true).filter((id) => id.startsWith('group-operation'))).toEqual([]);
  });

  it('is counted at the same pace where nothing is set', () => {
    expect(readSettings({}).series).toEqual(HUMAN_PACE);
  });

  it.each([
    'short=6/10',
    'short=7/10,long=6/60,alike=4',
    'short=6/70,long=20/60,alike=4',
    'short=0/10,long=20/60,alike=4',
    'short=6/10,long=20/60,alike=1',
    'short=6/10,long=20/1500,alike=4',
  ])('cannot be set to %s', (value) => {
    expect(() => readSettings({ RETORNO_SERIES: value })).toThrow(/RETORNO_SERIES/);
  });
});
