import type { OperationPart } from '../seat.js';
import type { Scope } from './scope.js';

/** What a definition says about group operations: names, who reports, and that nothing about a group decides. */
export function checkGroups(scope: Scope): void {
  checkSeat(scope);
  checkMarks(scope);
  checkOperation(scope);
}

function checkSeat(scope: Scope): void {
  const { seat, regime } = scope.definition;
  if (!seat) return;
  if (regime === 'victim' || regime === 'no-return') scope.report('seat-never', 'seat', { regime });
  scope.resolve('date', seat.date, 'seat/date');
  scope.resolve('event', seat.calledOff, 'seat/calledOff');
  if (scope.definition.operation) {
    scope.report('parts-exclude', 'seat', { part: 'seat', other: 'operation' });
  }
}

function checkMarks(scope: Scope): void {
  const { steps, seat, operation } = scope.definition;
  for (const step of steps) {
    for (const outcome of step.outcomes) {
      const where = `steps/${step.id}/outcomes/${outcome.id}`;
      const without = (part: string, needs: string) =>
        scope.report('part-without-effect', where, { part, needs });
      if (outcome.seat && !seat) without('seat', 'seat');
      if (outcome.manifest && !operation) without('manifest', 'operation');
      if (!outcome.seat && !outcome.manifest) continue;
      if (outcome.bySilence || step.deadline?.lapse === outcome.id) {
        scope.report('line-by-silence', where, { step: step.id, outcome: outcome.id });
      }
      if (outcome.seat !== 'taken') continue;
      if (!step.form?.some(({ refers }) => refers === 'operation')) {
        without('seat', 'form: refers: operation');
      }
    }
  }
}

function checkOperation(scope: Scope): void {
  const { operation, regime } = scope.definition;
  if (!operation) return;
  if (regime !== 'no-return') scope.report('operation-decides', 'regime', { regime });
  const { purpose, capacity, departure, latest, seating, live, boarded, counted } = operation;
  for (const [part, date] of Object.entries({ departure, latest })) {
    scope.resolve('date', date, `operation/${part}`);
  }
  for (const [part, fact] of Object.entries({ seating, live, boarded })) {
    scope.resolve('fact', fact, `operation/${part}`);
  }
  checkAttribute(scope, 'operation/purpose', purpose, 'code');
  checkAttribute(scope, 'operation/capacity', capacity, 'number');
  checkAttribute(scope, 'operation/counted/arrived', counted.arrived, 'number');
  checkAttribute(scope, 'operation/counted/refused', counted.refused, 'number');
  checkReports(scope, operation.reports);
}

function checkAttribute(scope: Scope, where: string, id: string, type: string): void {
  if (!scope.resolve('attribute', id, where)) return;
  const attribute = scope.definition.attributes.find((candidate) => candidate.id === id);
  if (attribute?.type !== type) scope.report('value-type', where, { id, type });
}

/** People could otherwise say of lines what the lines themselves do not. */
function checkReports(scope: Scope, reports: OperationPart['reports']): void {
  for (const [part, id] of Object.entries(reports)) {
    const where = `operation/reports/${part}`;
    if (!scope.resolve('event', id, where)) continue;
    const event = scope.definition.events.find((candidate) => candidate.id === id);
    if (event?.by !== 'system') scope.report('reported-by-people', where, { event: id });
  }
}
