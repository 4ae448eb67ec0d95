import type { Api, ApiContext } from '../../context.js';
import { linesOf, openOperation, versionsOf } from '../../runs/open-operation.js';
import { operationParams, reconciliation } from '../../schemas/operations.js';
import { problems } from '../../schemas/problem.js';
import { reconciliationView } from '../../views/reconciliation-view.js';

export function getReconciliation(app: Api, context: ApiContext): void {
  app.get(
    '/v1/operations/:run/reconciliation',
    {
      config: { action: 'operation.read' },
      schema: {
        operationId: 'getReconciliation',
        tags: ['operations'],
        summary: 'Expected, boarded, arrived, refused',
        description:
          "By the acts of each person's own run, beside what was counted at the point. `report` holds back numbers that could be a person.",
        'x-es': {
          summary: 'Esperadas, a bordo, recibidas, no recibidas',
          description:
            'Según los actos del proceso de cada persona, junto a lo contado en el punto. `report` reserva los números que podrían ser una persona.',
        },
        params: operationParams,
        response: { 200: reconciliation, ...problems(404) },
      },
    },
    async (request) => {
      const opened = await openOperation(context, request, request.params.run);
      return reconciliationView(opened, await linesOf(opened), await versionsOf(opened));
    },
  );
}
