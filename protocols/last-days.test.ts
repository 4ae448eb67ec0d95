import { describe, expect, it } from 'vitest';
import { DAY } from '../test/fixtures/drive.js';
import { final, answers as forMinor, start as minor } from '../test/fixtures/minor-runs.js';
import {
  answers,
  authorised,
  decided,
  holds,
  identified,
  papered,
  refused,
  rested,
  start,
} from '../test/fixtures/protected-runs.js';
import { SHIPPED } from './registry.js';

/** The local day so many days after an instant. */
const dayAfter = (at: number, days: number) => new Date(at + days * DAY).toISOString().slice(0, 10);

/** What is good until a date somebody says, not only as long as the protocol lets it. */
const DATED = ['travelDocValid', 'disclosureAuthorised'];

describe('what is good until a date', () => {
  it.each(SHIPPED.map(({ id }) => id))('is never set without asking for it in %s', (id) => {
    const without = SHIPPED.find((one) => one.id === id)!.steps.flatMap((step) =>
      step.outcomes
        .flatMap(({ id: outcome, sets = [] }) =>
          sets.map((setting) => ({
            outcome,
            fact: typeof setting === 'string' ? setting : setting.fact,
          })),
        )
        .filter(({ fact }) => DATED.includes(fact))
        .filter(({ fact, outcome }) => {
          const asked = step.form?.find(({ ends }) => ends === fact)?.required;
          return asked !== true && !(Array.isArray(asked) && asked.includes(outcome));
        })
        .map(({ outcome }) => `${step.id}:${outcome}`),
    );
    expect(without).toEqual([]);
  });

  it('a victim is spoken of in the country of origin until the date she said, and not after', () => {
    const run = answers(decided(rested(identified(start()))), 'non-refoulement-assessment:clear');
    run.answer('disclosure-authorisation', 'given', {
      ends: { disclosureAuthorised: dayAfter(run.at, 10) },
    });
    answers(run, 'nationality-request:sent');
    run.wait(9 * DAY);
    expect(holds(run, 'disclosureAuthorised')).toBe(true);
    run.wait(3 * DAY);
    expect(holds(run, 'disclosureAuthorised')).toBe(false);
    expect(refused(run, 'nationality-verification', 'confirmed')).toBe('requirement-missing');
  });

  it('no journey is planned with a document past its date, and another one is asked for', () => {
    const run = answers(
      authorised(decided(rested(identified(start())))),
      'nationality-request:sent nationality-verification:confirmed',
    );
    run.answer('travel-document', 'issued', { ends: { travelDocValid: dayAfter(run.at, 4) } });
    answers(run, 'plan-invitation:invited');
    run.wait(6 * DAY);
    expect(holds(run, 'travelDocValid')).toBe(false);
    expect(refused(run, 'safe-return-plan', 'agreed')).toBe('requirement-missing');
    expect(run.open()).toContain('travel-document');
    const valid = papered(authorised(decided(rested(identified(start())))));
    valid.wait(6 * DAY);
    expect(holds(valid, 'travelDocValid')).toBe(true);
  });

  it("a child's document says until when it is good, and 90 days are the most", () => {
    const run = forMinor(final(minor()), 'individual-return-plan:agreed');
    const longest = dayAfter(run.at, 90);
    run.answer('travel-document', 'issued', { ends: { travelDocValid: dayAfter(run.at, 4000) } });
    const { until } = run.state.facts.travelDocValid!;
    expect(new Date(until! - DAY / 4).toISOString().slice(0, 10)).toBe(longest);
  });
});
