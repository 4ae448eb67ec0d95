import type { FastifyInstance } from 'fastify';
import { refuseUnstorable } from '../edge/storable.js';
import { parseStrictJson } from '../edge/strict-json.js';
import { parseStrictYaml } from '../edge/strict-yaml.js';
import { ProblemError } from '../errors.js';

/** Bodies are strict JSON in UTF-8, on routes that say so also strict YAML, and nothing else. */
export function registerBodyParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const take = (type: string, parse: (bytes: Buffer) => unknown): void => {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
      try {
        const isYaml = type === YAML;
        if (isYaml && !request.routeOptions.config.yaml) {
          throw new ProblemError('media-type-unsupported');
        }
        const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(
          request.headers['content-type'] ?? '',
        );
        if (charset && charset[1]!.toLowerCase() !== 'utf-8') {
          throw new ProblemError('media-type-unsupported');
        }
        const parsed = parse(body as Buffer);
        refuseUnstorable(parsed);
        done(null, parsed);
      } catch (error) {
        done(error as Error);
      }
    });
  };
  take('application/json', parseStrictJson);
  take(YAML, parseStrictYaml);
}

/** RFC 9512. */
const YAML = 'application/yaml';
