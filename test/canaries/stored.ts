import { answersPlace, getPersonKeys } from '../../door/sealed-answers.js';
import { unseal } from '../../platform/vault/seal.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Installation } from './installation.js';
import { isCanary, whyNone } from './seeds.js';

/** Every form field of the definitions, by what became of it. */
export interface Fields {
  /** A canary is in the sealed answers of at least one case. */
  readonly seeded: number;
  /** Takes one, and there is none: as `protocol/form.field`. */
  readonly missed: readonly string[];
  /** Fields nobody can write a canary into, counted by the reason. */
  readonly without: Readonly<Record<string, number>>;
}

/**
 * Opens every sealed answer with the keys and looks which fields of which forms hold a canary: not what was sent, what was kept. `nets`
 * are steps, as `protocol/step`, for a standstill that no case is known to come to.
 */
export async function fieldsStored(
  { database, door }: Installation,
  definitions: readonly Definition[],
  nets: readonly string[],
): Promise<Fields> {
  const rows = await database.db.sql<
    {
      run: string;
      seq: number;
      compartment: 'identity' | 'contact' | 'protection';
      form: string;
      ciphertext: Buffer;
      protocol: string;
      person: string;
    }[]
  >`
    select a.run_id as run, a.seq, a.compartment, a.form, a.ciphertext, r.protocol, r.person_id as person
    from answers a join runs r on r.id = a.run_id`;
  const kept = new Set<string>();
  for (const { run, seq, compartment, form, ciphertext, protocol, person } of rows) {
    const keys = await getPersonKeys(door, person);
    const plain = unseal(keys[compartment], ciphertext, answersPlace(run, seq, compartment));
    for (const [field, value] of Object.entries(JSON.parse(plain.toString('utf8')) as object)) {
      if (isCanary(value)) kept.add(`${protocol}/${asked(form)}.${field}`);
    }
  }
  const missed: string[] = [];
  const without: Record<string, number> = {};
  for (const { id: protocol, steps, events } of definitions) {
    for (const { id, form = [] } of [...steps, ...events]) {
      for (const field of form) {
        const name = `${protocol}/${asked(id)}.${field.id}`;
        if (kept.has(name)) continue;
        const isNet = nets.includes(`${protocol}/${id}`);
        const why = whyNone(field) ?? (isNet ? 'no case is known in which it is asked' : undefined);
        if (why === undefined) missed.push(name);
        else without[why] = (without[why] ?? 0) + 1;
      }
    }
  }
  return { seeded: kept.size, missed: [...new Set(missed)], without };
}

/** Recalls ask the same of every body that has received something: one form. */
function asked(form: string): string {
  return form.replace(/^recall-.*/, 'recall-*');
}
