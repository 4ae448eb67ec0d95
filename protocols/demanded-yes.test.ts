import { describe, expect, it } from 'vitest';
import { RECORD } from './language/consent-record.js';
import type { Field } from './language/form.js';
import { SHIPPED } from './registry.js';

/**
 * Required yes/no questions that write down how something is; a no changes nothing about the answer. Everything else that
 * is asked so stands for a condition of the answer, which then is not given with a no.
 */
const RECORDS_ONLY = [
  // A child is registered at once, also before there is a camera.
  'unaccompanied-minor register-child sealed-photo',
  // Where the child comes to a family or a centre, no carer travels to the point.
  'unaccompanied-minor reception-confirmation carer-present',
  // What was printed or shown cannot be taken back; the person is received all the same.
  'trafficking-victim r-protected-reception no-public-list',
  'adult-deportee readmission-application biometric-match-asked',
  // A difference from the list is what the reconciliation is for.
  'adult-deportee reception-registration list-match',
];

const isAssertion = ({ id, type, required, assigns }: Field) =>
  type === 'boolean' && required !== undefined && assigns === undefined && !(id in RECORD);

describe('the yes/no questions of the shipped protocols', () => {
  it('stand for what the answer says, or are known to be records only', () => {
    const free = SHIPPED.flatMap((definition) =>
      definition.steps.flatMap((step) =>
        (step.form ?? [])
          .filter((field) => isAssertion(field) && !field.yesFor)
          .map(({ id }) => `${definition.id} ${step.id} ${id}`),
      ),
    );
    expect(free.toSorted()).toEqual(RECORDS_ONLY.toSorted());
  });

  it.each([
    ['adult-deportee', 'consular-notification', 'sent'],
    ['adult-deportee', 'removal-decision', 'removal'],
    ['adult-deportee', 'renewed-removal-decision', 'removal'],
    ['trafficking-victim', 'safety-first', 'safe'],
    ['unaccompanied-minor', 'place-in-care', 'placed'],
    ['unaccompanied-minor', 'travel-document', 'issued'],
  ])('%s %s is not answered %s with a no', (protocol, id, outcome) => {
    const step = SHIPPED.find((one) => one.id === protocol)!.steps.find((one) => one.id === id)!;
    const demanded = step.form!.filter(({ yesFor }) => yesFor?.includes(outcome));
    expect(demanded.length).toBeGreaterThan(0);
  });
});
