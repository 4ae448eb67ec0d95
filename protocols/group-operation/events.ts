import type { ProtocolEvent } from '../language/definition.js';
import { law, t } from '../shared/texts.js';
import type { OperationNames } from './names.js';
import { newDate, OF_THE_DATE, STEPS_OF_THE_DATE } from './pieces.js';

const BEFORE_DEPARTURE = { not: 'boardingOver' } as const;

/** What may be reported at any hour, by people and by the system. */
export const events: readonly ProtocolEvent<OperationNames>[] = [
  {
    id: 'operation-moved',
    title: t('El operativo cambia de fecha', 'The operation moves to another date'),
    by: ['MIG-S', 'RECTOR'],
    while: { all: ['planned', 'operationOn', BEFORE_DEPARTURE] },
    clears: OF_THE_DATE,
    sets: ['seatsOpen'],
    withdraws: STEPS_OF_THE_DATE.filter((step) => step !== 'seat-individuals'),
    form: newDate(true),
  },
  {
    id: 'operation-cancelled',
    title: t('El operativo se cancela', 'The operation is cancelled'),
    by: ['MIG-S', 'RECTOR'],
    while: BEFORE_DEPARTURE,
    ends: 'cancelled',
  },
  {
    id: 'force-majeure',
    title: t('Caso fortuito o fuerza mayor', 'Force majeure'),
    by: ['MIG-S', 'MIG-R', 'RECTOR'],
    while: { all: ['operationOn', BEFORE_DEPARTURE] },
    clears: ['operationOn', 'seatsOpen', ...OF_THE_DATE],
    withdraws: STEPS_OF_THE_DATE,
    basis: [law('MX LM art. 125')],
  },
  {
    id: 'list-changed',
    title: t('Cambiaron líneas de la lista enviada', 'Lines of the list that was sent changed'),
    by: 'system',
    while: { all: ['manifestSent', { not: 'listUpdateDue' }, BEFORE_DEPARTURE] },
    sets: ['listUpdateDue'],
  },
  {
    id: 'lines-answered',
    title: t('Cada línea tiene respuesta', 'Every line has its answer'),
    by: 'system',
    while: { all: ['manifestSent', { not: 'linesAnswered' }, BEFORE_DEPARTURE] },
    sets: ['linesAnswered'],
    withdraws: ['receiver-response', 'operation-decision'],
  },
  {
    id: 'journey-over',
    title: t('Nadie queda en camino', 'Nobody is on the way any more'),
    by: 'system',
    while: { all: ['boardingOver', { not: 'journeyOver' }] },
    sets: ['journeyOver'],
    withdraws: ['journey'],
  },
  {
    id: 'counts-differ',
    title: t('Lo contado no coincide con los procesos', 'The count is not what the runs say'),
    by: 'system',
    while: { all: ['reconciled', 'noIncidentPending', { not: 'event:counts-differ' }] },
    clears: ['noIncidentPending'],
  },
];
