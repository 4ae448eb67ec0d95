import { listSeriesHolds } from '../../../db/queries/series-holds.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { seriesHolds } from '../../schemas/series.js';
import { seriesView } from '../../views/series-view.js';

export function listHoldsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/series',
    {
      config: { action: 'series.read' },
      schema: {
        operationId: 'listSeriesHolds',
        tags: ['service'],
        summary: 'Accounts held for deciding in series',
        description:
          'Those of the own institution, to monitoring bodies those of cases they watch over; at most a hundred, standing ones first.',
        'x-es': {
          summary: 'Cuentas retenidas por decidir en serie',
          description:
            'Las de la propia institución; a los órganos de monitoreo, las de casos que vigilan; cien a lo más, primero las que siguen retenidas.',
        },
        response: { 200: seriesHolds, ...problems() },
      },
    },
    async ({ access }) => {
      const holds = await listSeriesHolds(within(context, access).door.db);
      return { items: holds.map((hold) => seriesView(context, access, hold)) };
    },
  );
}
