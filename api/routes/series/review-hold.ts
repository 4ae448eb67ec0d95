import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { idempotencyHeaders } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { holdParams, reviewBody, seriesHold } from '../../schemas/series.js';
import { reviewHold } from '../../series/holds.js';
import { seriesView } from '../../views/series-view.js';

export function reviewHoldRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/series/:hold/reviews',
    {
      config: { action: 'series.review' },
      schema: {
        operationId: 'reviewSeriesHold',
        tags: ['service'],
        summary: 'Release a held account, or keep it held',
        description:
          'The second person’s decision, with its reason. Impossible for the account that is held. A release is for a number of decisions.',
        'x-es': {
          summary: 'Liberar una cuenta retenida, o mantenerla así',
          description:
            'La decisión de la segunda persona, con su motivo. Imposible para la cuenta retenida. Se libera para un número de decisiones.',
        },
        params: holdParams,
        headers: idempotencyHeaders,
        body: reviewBody,
        response: { 200: seriesHold, ...bodyProblems(404, 409) },
      },
    },
    async ({ access, params, headers, body }) => {
      const own = within(context, access);
      const hold = await reviewHold(own, access, headers['idempotency-key'], params.hold, body);
      return seriesView(own, access, hold);
    },
  );
}
