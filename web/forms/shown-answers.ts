import { z } from 'zod';
import { ProblemError } from '../../api/errors.js';
import { folio } from '../../api/schemas/common.js';
import { answers } from '../../api/schemas/steps.js';
import { CONTROLS } from './names.js';

/** What a check page showed and its form brings back. */
export interface ShownAnswers {
  readonly outcome: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Ids of the files that go with them. */
  readonly files: readonly string[];
  /** Folio of a colleague's answer that is confirmed. */
  readonly confirms?: string | undefined;
}

const shape = z.object({
  outcome: z.string().max(80),
  answers,
  files: z
    .array(z.string().regex(/^[0-9a-v]{26}$/))
    .max(20)
    .default([]),
  confirms: folio.optional(),
});

/** The answers a check page showed. Throws `form-stale` for anything else. */
export function readShown(form: URLSearchParams): ShownAnswers {
  try {
    return shape.parse(JSON.parse(form.get(CONTROLS.answers) ?? ''));
  } catch {
    throw new ProblemError('form-stale');
  }
}
