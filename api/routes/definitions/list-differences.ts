import { z } from 'zod';
import { readDraft } from '../../../door/publication/draft.js';
import { readStanding } from '../../../door/publication/enter.js';
import type { Standing } from '../../../door/publication/standing.js';
import { differencesBetween } from '../../../protocols/compare/differences.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { say } from '../../language.js';
import { definitionParams, difference } from '../../schemas/definitions.js';
import { problems } from '../../schemas/problem.js';

const version = z.coerce.number().int().min(1).max(1_000_000);

export function listDifferences(app: Api, context: ApiContext): void {
  app.get(
    '/v1/definitions/:definition/differences',
    {
      config: { action: 'definition.read' },
      schema: {
        operationId: 'listDefinitionDifferences',
        tags: ['definitions'],
        summary: 'The difference between two versions in words',
        description:
          'Which safeguards, deadlines, shares and texts changed, what weakens first. Without `from` the version in force, without `to` the draft, or the version in force where there is none.',
        'x-es': {
          summary: 'La diferencia entre dos versiones en palabras',
          description:
            'Qué salvaguardias, plazos, envíos y textos cambiaron; primero lo que debilita. Sin `from` la versión en vigor, sin `to` el borrador, o la versión en vigor si no hay.',
        },
        params: definitionParams,
        querystring: z.strictObject({
          from: version.optional().describe('The earlier version'),
          to: version.optional().describe('The later version'),
        }),
        response: {
          200: z.object({
            from: z.int().describe('The earlier version'),
            to: z.int().describe('The later version, or the number the draft will get'),
            items: z.array(difference),
          }),
          ...problems(404),
        },
      },
    },
    async ({ params, query, language }) => {
      const standing = await readStanding(context.door, params.definition);
      const before = await versionOf(context, standing, query.from ?? standing.current?.version);
      const after =
        query.to === undefined && standing.draft
          ? await readDraft(context.door, standing, standing.draft)
          : await versionOf(context, standing, query.to ?? standing.current?.version);
      const items = differencesBetween(before, after).map(({ text, ...rest }) => ({
        ...rest,
        text: say(text, language),
      }));
      return { from: before.version, to: after.version, items };
    },
  );
}

async function versionOf(
  { door }: ApiContext,
  { protocol }: Standing,
  wanted: number | undefined,
): Promise<Definition> {
  const found = wanted === undefined ? undefined : await door.definitions.find(protocol, wanted);
  if (found) return found;
  throw refused(refusal('definition-unknown', { protocol, version: wanted ?? '' }));
}
