import type { ProtocolScene } from '../protocols/scene.js';

/** Operations that fill in every form there is about a bus or a flight: one goes, and nobody is counted as the runs say. */
export const operationScenes: readonly ProtocolScene[] = [
  {
    id: 'an operation that cannot be answered goes on, and what is counted differs',
    attributes: { purpose: 'removal' },
    beats: [
      { answers: 'operation-draft:planned', departureIn: 3.5 },
      { answers: 'seat-individuals:closed send-manifest:sent receiver-response:cannot-answer' },
      { answers: 'operation-decision:go-on monitor-notice:attends' },
      { untilOpen: 'boarding-gate' },
      { answers: 'boarding-gate:closed journey:arrived arrival-reconciliation:differs' },
      { answers: 'incident:explained operation-report:sent' },
      { confirm: 'all' },
    ],
    ends: 'done',
  },
];
