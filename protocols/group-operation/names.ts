import type { Names } from '../language/names.js';

export type OperationFact =
  | 'planned'
  | 'operationOn'
  | 'seatsOpen'
  | 'manifestSent'
  | 'listUpdateDue'
  | 'linesAnswered'
  | 'boardingOver'
  | 'journeyOver'
  | 'reconciled'
  | 'noIncidentPending';

/** The eight steps of a group operation, in their order. */
type MainStep =
  | 'operation-draft'
  | 'seat-individuals'
  | 'send-manifest'
  | 'receiver-response'
  | 'monitor-notice'
  | 'boarding-gate'
  | 'arrival-reconciliation'
  | 'operation-report';

/** Steps that carry corrections, the journey, differences and human exits. */
type HelperStep =
  | 'manifest-update'
  | 'operation-decision'
  | 'journey'
  | 'incident'
  | 'force-majeure-hold';

/** Every identifier the protocol `group-operation` declares. */
export interface OperationNames extends Names {
  role: 'RECTOR' | 'MIG-S' | 'MIG-R' | 'CON' | 'CPA-S' | 'CPA-R' | 'IOM' | 'REC' | 'MON';
  attribute: 'purpose' | 'route' | 'capacity' | 'countedArrived' | 'countedRefused';
  fact: OperationFact;
  date: 'departure' | 'latest-departure';
  stage: 'planning' | 'lists' | 'transfer' | 'report';
  step: MainStep | HelperStep;
  event:
    | 'operation-moved'
    | 'operation-cancelled'
    | 'force-majeure'
    | 'list-changed'
    | 'lines-answered'
    | 'journey-over'
    | 'counts-differ';
  ending: 'done' | 'cancelled';
}
