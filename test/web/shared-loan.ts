import { findRun } from '../../db/queries/find-run.js';
import { getPersonKeys, packetKey } from '../../door/sealed-answers.js';
import { seal } from '../../platform/vault/seal.js';
import type { Category } from '../../protocols/language/form.js';
import { type Packet, packetPlace } from '../../protocols/packet.js';
import type { TestWeb } from '../support/web.js';

/** The share of a shared loan, and its part in the address of its page. */
export const SHARE = { key: 'tell-expert#1:route-sheet', id: 'tell-expert.1.route-sheet' };

/** A loan in which a route sheet (about `name`, if given) was sent to the expert, released as the activity does; its id. */
export async function sharedLoan(web: TestWeb, name?: string): Promise<string> {
  const id = await web.startLoan();
  await web.answer(id, 'home-library', 'request', 'accepted');
  await web.answer(id, 'home-library', 'condition-check', 'good');
  await web.answer(id, 'far-library', 'permit', 'given');
  await web.answer(id, 'far-library', 'far-ready', 'ready');
  const departure = new Date(Date.now() + 3_600_000).toISOString();
  await web.answer(id, 'courier', 'itinerary', 'fixed', { answers: { departure } });
  await web.answer(id, 'home-library', 'send-off', 'sent');
  await web.answer(id, 'courier', 'send-off', 'sent');
  await web.answer(id, 'home-library', 'tell-expert', 'told');
  const stored = await findRun(web.door.db.sql, id);
  const keys = await getPersonKeys(web.door, stored!.personId);
  const packet: Packet = {
    fields: { departure: '2027-01-01T00:00:00Z', ...(name === undefined ? {} : { name }) },
    purpose: { es: 'Seguir el viaje', en: 'Follow the journey' },
    ground: { mark: 'proposal', ref: 'Invented' },
    from: 'invented-home-library',
    to: 'invented-expert',
    at: Date.now(),
  };
  const [row] = await web.door.db.sql<
    { categories: Category[] }[]
  >`select categories from releases where run_id = ${id} and share = ${SHARE.key}`;
  const sealed = seal(
    packetKey(keys, row!.categories),
    Buffer.from(JSON.stringify(packet)),
    packetPlace(id, SHARE.key),
  );
  await web.door.db
    .sql`update releases set state = 'released', released_at = now(), packet = ${sealed}
    where run_id = ${id} and share = ${SHARE.key}`;
  return id;
}
