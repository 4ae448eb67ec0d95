import { listReadingAlarms } from '../../../db/queries/reading-watch.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { problems } from '../../schemas/problem.js';
import { readingAlarms } from '../../schemas/series.js';
import { readingAlarmView } from '../../views/series-view.js';

export function listReadingAlarmsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/reading-alarms',
    {
      config: { action: 'series.read' },
      schema: {
        operationId: 'listReadingAlarms',
        tags: ['service'],
        summary: 'Accounts that opened far more cases than is usual',
        description:
          'Those of the own institution, to monitoring bodies those of cases they watch over; at most a hundred, newest first. Never to the account itself.',
        'x-es': {
          summary: 'Cuentas que abrieron muchos más casos que lo habitual',
          description:
            'Las de la propia institución; a los órganos de monitoreo, las de casos que vigilan; cien a lo más, primero las más recientes. Nunca a la propia cuenta.',
        },
        response: { 200: readingAlarms, ...problems() },
      },
    },
    async ({ access }) => {
      const alarms = await listReadingAlarms(within(context, access).door.db);
      return { items: alarms.map((alarm) => readingAlarmView(access, alarm)) };
    },
  );
}
