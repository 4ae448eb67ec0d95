import { createHash } from 'node:crypto';
import { textVersion } from '../../protocols/core/consent-record.js';
import { type Consent, findConsent } from '../../protocols/language/consent.js';
import { askedWith } from '../../protocols/language/consent-record.js';
import type { Definition } from '../../protocols/language/definition.js';
import { canonicalJson } from '../../protocols/language/fingerprint.js';
import type { Step } from '../../protocols/language/step.js';

/** The digest of what a person was read, in both languages; SHA-256, hexadecimal. */
export function consentDigest({ title, text }: Pick<Consent, 'title' | 'text'>): string {
  return createHash('sha256').update(canonicalJson({ title, text })).digest('hex');
}

/**
 * What the system writes into the record of a step that asks for consents: the version of the protocol and, for each
 * consent the answer is about, the digest of its text.
 */
export function filledBySystem(
  definition: Definition,
  step: Step,
  outcome: string,
): Record<string, string> {
  const asked = askedWith(step.consent, outcome);
  if (asked.length === 0) return {};
  const texts = asked.flatMap(({ purpose }) => {
    const consent = findConsent(definition, purpose);
    return consent ? [`${purpose} sha256:${consentDigest(consent)}`] : [];
  });
  const value = [textVersion(definition), ...texts].join('; ');
  const fields = (step.form ?? []).filter(({ fills }) => fills === 'consent-text');
  return Object.fromEntries(fields.map(({ id }) => [id, value]));
}
