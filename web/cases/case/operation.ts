import { mayShow } from '../../../api/auth/fields.js';
import { linesOf, openOperation } from '../../../api/runs/open-operation.js';
import { findOpenRun, type OpenRun } from '../../../api/runs/open-run.js';
import type { OperationLineView, OperationView } from '../../../api/schemas/operations.js';
import { lineOf } from '../../../api/views/folio.js';
import { lineViews } from '../../../api/views/line-view.js';
import { operationView } from '../../../api/views/operation-view.js';

/** How a case hangs together with a group operation: it is one, or the person holds a line on one. */
export type LinkedOperation =
  | {
      readonly is: 'operation';
      readonly view: OperationView;
      readonly lines: readonly OperationLineView[];
    }
  | { readonly is: 'line'; readonly line: string; readonly run?: string };

/**
 * The operation linked with a case; undefined when there is none. The receiving side is told of lines by the operation
 * itself, never by the person's case.
 */
export async function operationOf(opened: OpenRun): Promise<LinkedOperation | undefined> {
  const { context, run, definition, access, language } = opened;
  if (definition.operation) {
    const operation = await openOperation(context, opened, run.id);
    const lines = await linesOf(operation);
    return {
      is: 'operation',
      view: operationView(operation, lines),
      lines: await lineViews(operation, lines),
    };
  }
  const { seat } = run.state;
  if (!seat || !mayShow(opened, 'run.operation')) return undefined;
  const other = await findOpenRun(context, { access, language }, seat.operation);
  const line = lineOf(seat.operation, run.id);
  return { is: 'line', line, ...(other ? { run: other.run.id } : {}) };
}
