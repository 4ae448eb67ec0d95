import type { PackRow } from '../../db/queries/packs.js';
import type { Agreement, Pack } from '../../protocols/language/pack.js';
import type { Register } from '../../protocols/language/register.js';
import { expiryAlerts, isInForce, periodOf } from '../../protocols/rules/agreements.js';
import { type Language, say } from '../language.js';
import type { PackListItem } from '../schemas/packs.js';

/** Agreements that end within this many days are announced. */
const SOON = 90;

/** A pack as lists show it, with its agreements as they stand on a date. */
export function packView(
  row: PackRow,
  pack: Pack,
  register: Register | undefined,
  on: string,
  language: Language,
): PackListItem {
  return {
    id: row.id,
    version: row.version,
    title: say(pack.title, language),
    about: say(pack.about, language),
    digest: row.digest,
    publishedAt: row.publishedAt.toISOString(),
    ...(row.retiredAt ? { retiredAt: row.retiredAt.toISOString() } : {}),
    corridors: pack.corridors.map(({ sending, receiving }) => ({
      ...(sending ? { sending: [...sending] } : {}),
      ...(receiving ? { receiving: [...receiving] } : {}),
    })),
    agreements: pack.agreements.map((agreement) =>
      agreementView(agreement, register, on, language),
    ),
    points: pack.points.map(({ id, title }) => ({ id, title: say(title, language) })),
    norms: pack.norms.map(({ id, title, says, figure, source }) => ({
      id,
      title: say(title, language),
      says: say(says, language),
      ...figure,
      source: { ...source },
    })),
  };
}

function agreementView(
  agreement: Agreement,
  register: Register | undefined,
  on: string,
  language: Language,
): PackListItem['agreements'][number] {
  const { id, title, parties, source } = agreement;
  const news = register?.agreements[id];
  const [alert] = expiryAlerts([agreement], register?.agreements ?? {}, on, SOON);
  return {
    id,
    title: say(title, language),
    parties: [...parties],
    ...periodOf(agreement, news),
    inForce: isInForce(agreement, news, on),
    ...(alert ? { endsInDays: alert.days } : {}),
    silence: news?.silence ?? agreement.silence,
    source: { ...source },
  };
}
