import { z } from 'zod';
import { REFUSALS, type Refusal } from '../../protocols/refusals.js';
import type { Beat } from '../../rehearsal/scene.js';
import { faulty, readYaml } from '../definition-source.js';

const hours = z
  .number()
  .min(0)
  .max(24 * 3660);
const code = z
  .string()
  .refine((value): value is Refusal['code'] => Object.hasOwn(REFUSALS, value), 'no such refusal');

/** A scene as it is written in a file: what `rehearsal/scene.ts` can play. */
const sceneSchema: z.ZodType<readonly Beat[]> = z
  .array(
    z.union([
      z.strictObject({
        answers: z.string().min(3),
        departureIn: z.number().min(0).max(1460).optional(),
      }),
      z.strictObject({ event: z.string().regex(/^[^/]+\/[^/]+$/, 'event/ROLE') }),
      z.strictObject({ confirm: z.literal('all') }),
      z.strictObject({ refused: z.string(), code }),
      z.strictObject({ hours }),
      z.strictObject({ untilHour: z.int().min(0).max(23), timeZone: z.string() }),
      z.strictObject({ untilDue: z.string() }),
      z.strictObject({ untilOpen: z.string() }),
    ]),
  )
  .min(1)
  .max(2000);

/** The scene in a file (JSON or YAML). Throws `OperatorError` with every fault. */
export function readScene(path: string): readonly Beat[] {
  const parsed = sceneSchema.safeParse(readYaml(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
  throw faulty(path, faults, faults);
}
