import { z } from 'zod';

/** RFC 9457 problem document. */
export const problem = z
  .object({
    type: z.string().describe('Stable URN of the kind of problem'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('One sentence for people, in the language asked for'),
    instance: z.string().describe('URN of this request, for the help desk'),
    code: z.string().describe('Stable code for programs'),
    errors: z
      .array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .describe('Every fault of the input, by JSON pointer'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;

type Responses<S extends number> = Record<
  S,
  { description: string; content: { 'application/problem+json': { schema: typeof problem } } }
>;

const EVERYWHERE = [400, 406, 429, 500, 503] as const;
const SIGNED_IN = [401, 403] as const;

const DESCRIPTIONS: Record<number, string> = {
  400: 'The request is malformed',
  401: 'No current access token',
  403: 'The role or institution may not do this',
  404: 'Unknown, or not for you: both look the same',
  406: 'Only application/json is available',
  409: 'The current state does not allow it',
  410: "The person's data has been erased",
  413: 'The body is too large',
  415: 'The body is not application/json',
  422: 'The content is faulty; every fault is named',
  429: 'Too many requests; see Retry-After',
  500: 'A fault of the service',
  503: 'Not available right now; see Retry-After',
};

function responses<S extends number>(statuses: readonly S[]): Responses<S> {
  const entries = statuses.map((status) => [
    status,
    {
      description: DESCRIPTIONS[status] ?? 'Problem',
      content: { 'application/problem+json': { schema: problem } },
    },
  ]);
  return Object.fromEntries(entries) as Responses<S>;
}

/** Problems of a public route. */
export function publicProblems() {
  return responses(EVERYWHERE);
}

/** Problems of a route that needs a token, and those named. */
export function problems<S extends number>(...more: readonly S[]) {
  return { ...responses(EVERYWHERE), ...responses(SIGNED_IN), ...responses(more) };
}

/** Problems of a route that takes a body, and those named. */
export function bodyProblems<S extends number>(...more: readonly S[]) {
  return { ...problems(413, 415, 422), ...responses(more) };
}
