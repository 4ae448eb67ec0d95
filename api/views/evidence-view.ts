import type { z } from 'zod';
import type { EvidenceRequest, EvidenceState } from '../../db/queries/evidence-requests.js';
import type { Language } from '../language.js';
import type { GivenEvidence } from '../record/given-evidence.js';
import type { evidenceRequest } from '../schemas/evidence.js';
import { EVIDENCE_FAILURE_WORDS } from './evidence-words.js';

const DAY = 86_400_000;

/** How a request stands; a file whose time is over is gone for its reader, whether or not it was removed by then. */
export function evidenceState(
  { state, expiresAt }: Pick<EvidenceRequest, 'state' | 'expiresAt'>,
  now: number,
): EvidenceState {
  return state === 'ready' && expiresAt && expiresAt.getTime() <= now ? 'expired' : state;
}

/** First and last day of a period, UTC; undefined for evidence of a case. */
export function evidenceDays({
  fromAt,
  toAt,
}: Pick<EvidenceRequest, 'fromAt' | 'toAt'>): { from: string; to: string } | undefined {
  if (!fromAt || !toAt) return undefined;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: day(fromAt.getTime()), to: day(toAt.getTime() - DAY) };
}

/** A request as its asker reads it; `now` is epoch milliseconds. */
export function evidenceView(
  { request, name }: GivenEvidence,
  now: number,
  language: Language,
): z.infer<typeof evidenceRequest> {
  const { id, access, runId, ownSize, askedAt, endedAt, expiresAt, failure } = request;
  const { size, digest, checkpoint } = request;
  const state = evidenceState(request, now);
  return {
    id,
    state,
    form: access === 'monitor' ? 'coarse' : 'exact',
    ...(name === undefined ? {} : { case: name }),
    ...(access === 'case-lead' && runId !== null ? { run: runId } : {}),
    ...evidenceDays(request),
    ...(ownSize === null ? {} : { ownSize }),
    askedAt: askedAt.toISOString(),
    ...(endedAt && size !== null ? { madeAt: endedAt.toISOString() } : {}),
    ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
    ...(size === null ? {} : { size }),
    ...(digest === null ? {} : { digest }),
    ...(checkpoint === null ? {} : { checkpoint }),
    ...(failure === null
      ? {}
      : { failure: { code: failure, text: EVIDENCE_FAILURE_WORDS[failure][language] } }),
  };
}
