import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { unseal } from '../platform/vault/seal.js';
import { SHIPPED } from '../protocols/registry.js';
import { answersPlace, sealAnswers } from './sealed-answers.js';

const keys = {
  identity: randomBytes(32),
  contact: randomBytes(32),
  protection: randomBytes(32),
};

test.each(SHIPPED.map((one) => [one.id, one] as const))(
  'what was written into any field of any form of %s is kept',
  (_, definition) => {
    const place = { runId: 'run', seq: 7 };
    for (const { id, form = [] } of [...definition.steps, ...definition.events]) {
      const values = Object.fromEntries(form.map((field, n) => [field.id, `written ${n}`]));
      const kept: Record<string, unknown> = {};
      for (const part of sealAnswers(definition, keys, { form: id, values }, place)) {
        const bound = answersPlace(place.runId, place.seq, part.compartment);
        const sealed = Buffer.from(part.ciphertext, 'base64');
        const key = keys[part.compartment as keyof typeof keys];
        Object.assign(kept, JSON.parse(unseal(key, sealed, bound).toString('utf8')));
      }
      expect(kept, id).toEqual(values);
    }
  },
);
