import type { Definition } from '../language/definition.js';
import { optional, role } from '../shared/roles.js';
import { option, t } from '../shared/texts.js';
import type { OperationFact, OperationNames } from './names.js';

type Operation = Definition<OperationNames>;

export const roles: Operation['roles'] = [
  role('RECTOR'),
  role('MIG-S'),
  role('MIG-R'),
  role('CON'),
  optional('CPA-S'),
  optional('CPA-R'),
  optional('IOM'),
  optional('REC'),
  role('MON'),
];

export const attributes: Operation['attributes'] = [
  {
    id: 'purpose',
    title: t('Para qué es el operativo', 'What the operation is for'),
    type: 'code',
    atStart: true,
    options: [
      option('removal', 'Salida por resolución', 'Removal by decision'),
      option('voluntary', 'Retorno voluntario', 'Voluntary return'),
    ],
  },
  {
    id: 'route',
    title: t('Vía', 'Route'),
    type: 'code',
    options: [
      option('air', 'Aérea', 'Air'),
      option('land', 'Terrestre', 'Land'),
      option('sea', 'Marítima', 'Sea'),
    ],
  },
  { id: 'capacity', title: t('Lugares', 'Seats'), type: 'number' },
  { id: 'countedArrived', title: t('Recibidas, contadas', 'Received, counted'), type: 'number' },
  { id: 'countedRefused', title: t('No recibidas, contadas', 'Refused, counted'), type: 'number' },
];

const fact = (id: OperationFact, title: [string, string], missing: [string, string]) => ({
  id,
  title: t(...title),
  missing: t(...missing),
});

export const facts: Operation['facts'] = [
  fact(
    'planned',
    ['Fecha, punto y lugares están declarados', 'Date, point and seats are declared'],
    ['Falta declarar fecha, punto y lugares', 'Date, point and seats are not declared'],
  ),
  {
    ...fact(
      'operationOn',
      ['El operativo sigue en pie', 'The operation stands'],
      ['El operativo está suspendido', 'The operation is suspended'],
    ),
    initially: true,
  },
  fact(
    'seatsOpen',
    ['Se pueden asignar lugares', 'Seats may be taken'],
    ['La lista está cerrada', 'The list is closed'],
  ),
  fact(
    'manifestSent',
    ['Las listas fueron enviadas', 'The lists were sent'],
    ['Falta enviar las listas', 'The lists were not sent'],
  ),
  fact(
    'listUpdateDue',
    ['La lista cambió después de enviada', 'The list changed after it was sent'],
    ['La lista enviada está al día', 'The list that was sent is up to date'],
  ),
  fact(
    'linesAnswered',
    ['Cada línea tiene respuesta', 'Every line has its answer'],
    ['Hay líneas sin respuesta', 'There are lines without an answer'],
  ),
  fact(
    'boardingOver',
    ['El embarque concluyó', 'Boarding is over'],
    ['El embarque no ha concluido', 'Boarding is not over'],
  ),
  fact(
    'journeyOver',
    ['El viaje concluyó', 'The journey is over'],
    ['El viaje no ha concluido', 'The journey is not over'],
  ),
  fact(
    'reconciled',
    ['La llegada fue conciliada', 'The arrival was reconciled'],
    ['Falta conciliar la llegada', 'The arrival was not reconciled'],
  ),
  {
    ...fact(
      'noIncidentPending',
      ['No hay diferencias por aclarar', 'No difference is to be explained'],
      ['Hay diferencias por aclarar', 'There are differences to be explained'],
    ),
    initially: true,
  },
];

export const dates: Operation['dates'] = [
  { id: 'departure', title: t('Salida, lo más temprano', 'Departure, at the earliest') },
  { id: 'latest-departure', title: t('Salida, lo más tarde', 'Departure, at the latest') },
];

export const stages: Operation['stages'] = [
  { id: 'planning', title: t('Programación', 'Planning') },
  { id: 'lists', title: t('Listas', 'Lists') },
  { id: 'transfer', title: t('Traslado', 'Transfer') },
  { id: 'report', title: t('Conciliación e informe', 'Reconciliation and report') },
];

export const endings: Operation['endings'] = [
  { id: 'done', title: t('Concluido', 'Done') },
  { id: 'cancelled', title: t('Cancelado', 'Cancelled') },
];
