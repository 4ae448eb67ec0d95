import type { Api, ApiContext } from '../../context.js';
import { askForEvidence } from '../../record/ask-evidence.js';
import { getEvidence } from '../../record/given-evidence.js';
import { idempotencyHeaders } from '../../schemas/common.js';
import { evidenceBody, evidenceRequest } from '../../schemas/evidence.js';
import { bodyProblems } from '../../schemas/problem.js';
import { evidenceView } from '../../views/evidence-view.js';

export function askEvidenceRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/evidence-requests',
    {
      config: { action: 'evidence.ask' },
      schema: {
        operationId: 'askForEvidence',
        tags: ['evidence'],
        summary: 'Ask for signed evidence of a case or a period',
        description:
          'Monitoring bodies: of a case (`run`, or `case` by their own name of it) or of a period (`from`, `to`), in their own names and coarse dates. Case leads: exact, of a run they lead or started. The file is made within seconds by the process that holds the log’s key and kept for seven days. Asking is entered in the log.',
        'x-es': {
          summary: 'Pedir pruebas firmadas de un caso o un periodo',
          description:
            'Órganos de monitoreo: de un caso (`run`, o `case` con su propio nombre de él) o de un periodo (`from`, `to`), con sus nombres y fechas aproximadas. Responsables de caso: exactas, de un proceso que conducen o iniciaron. El proceso que tiene la clave del registro hace el archivo en segundos y se guarda siete días. Pedirlo queda en el registro.',
        },
        headers: idempotencyHeaders,
        body: evidenceBody,
        response: { 202: evidenceRequest, ...bodyProblems(404) },
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const id = await askForEvidence(context, request, key, request.body);
      const given = await getEvidence(context, request, id);
      const view = evidenceView(given, context.door.clock.now(), request.language);
      return reply.code(202).send(view);
    },
  );
}
