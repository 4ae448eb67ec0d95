import { z } from 'zod';
import { CONSENT_STATUSES } from '../../protocols/core/state.js';
import { CONSENT_KINDS } from '../../protocols/language/consent.js';
import { instant } from './common.js';

export const consent = z
  .object({
    id: z.string().describe('Name of the purpose'),
    kind: z.enum(CONSENT_KINDS),
    title: z.string(),
    text: z.string().describe('What is read aloud'),
    digest: z.string().describe('SHA-256 of title and text in both languages'),
    status: z
      .enum([...CONSENT_STATUSES, 'not-asked'])
      .describe('`expired` is also one that fell because something it was given under changed'),
    since: instant.optional(),
    until: instant.optional().describe('When it runs out by itself'),
    refusedAt: instant.optional().describe('The person was asked and did not agree'),
    textVersion: z.string().optional().describe('Protocol and version of the text that was shown'),
  })
  .meta({ id: 'Consent' });
export type ConsentView = z.infer<typeof consent>;
