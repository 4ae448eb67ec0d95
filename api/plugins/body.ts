import type { FastifyInstance } from 'fastify';
import { refuseUnstorable } from '../edge/storable.js';
import { parseStrictJson } from '../edge/strict-json.js';
import { ProblemError } from '../errors.js';

/** Bodies are strict JSON in UTF-8 and nothing else. */
export function registerBodyParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '');
      if (charset && charset[1]!.toLowerCase() !== 'utf-8') {
        throw new ProblemError('media-type-unsupported');
      }
      const parsed = parseStrictJson(body as Buffer);
      refuseUnstorable(parsed);
      done(null, parsed);
    } catch (error) {
      done(error as Error);
    }
  });
}
