import type { ConsentStanding } from '../../protocols/core/consents.js';
import { consentDigest } from '../forms/consent-text.js';
import { type Language, say } from '../language.js';
import type { ConsentView } from '../schemas/consents.js';

/** One consent of a run in the reader's language. Who answered it, and how, is in the sealed record of its step. */
export function consentView(
  { consent, standing }: ConsentStanding,
  language: Language,
): ConsentView {
  const at = (instant: number) => new Date(instant).toISOString();
  return {
    id: consent.id,
    kind: consent.kind,
    title: say(consent.title, language),
    text: say(consent.text, language),
    digest: consentDigest(consent),
    status: standing?.status ?? 'not-asked',
    ...(standing
      ? {
          since: at(standing.at),
          ...(standing.until === undefined ? {} : { until: at(standing.until) }),
          ...(standing.refusedAt === undefined ? {} : { refusedAt: at(standing.refusedAt) }),
          textVersion: standing.text,
        }
      : {}),
  };
}
