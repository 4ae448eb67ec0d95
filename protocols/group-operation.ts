import { events } from './group-operation/events.js';
import { attributes, dates, endings, facts, roles, stages } from './group-operation/frame.js';
import { journey } from './group-operation/journey.js';
import { lists } from './group-operation/lists.js';
import type { OperationNames } from './group-operation/names.js';
import type { Definition } from './language/definition.js';
import { law, t } from './shared/texts.js';

/**
 * A bus, a flight or a boat that many people share, each by their own run. It moves nobody and decides about nobody:
 * seats, answers, boarding and arrival are acts of the persons' runs, and this run coordinates and reports.
 */
export const groupOperation: Definition<OperationNames> = {
  language: 1,
  id: 'group-operation',
  version: 1,
  regime: 'no-return',
  title: t('Operativo de grupo', 'Group operation'),
  purpose: t(
    'Que muchas personas compartan un traslado sin que nadie sea tratado en grupo.',
    'That many people share a transfer and nobody is dealt with as a group.',
  ),
  population: t(
    'Personas con visto bueno individual que comparten un traslado.',
    'People cleared individually who share a transfer.',
  ),
  legalBasis: [law('ICRMW art. 22(1)'), law('GCM objective 21'), law('MX LM arts. 123-125')],
  roles,
  lead: 'RECTOR',
  monitor: 'MON',
  attributes,
  facts,
  dates,
  stages,
  steps: [...lists, ...journey],
  events,
  endings,
  operation: {
    purpose: 'purpose',
    capacity: 'capacity',
    departure: 'departure',
    latest: 'latest-departure',
    seating: 'seatsOpen',
    live: 'operationOn',
    boarded: 'boardingOver',
    counted: { arrived: 'countedArrived', refused: 'countedRefused' },
    reports: {
      listChanged: 'list-changed',
      linesAnswered: 'lines-answered',
      journeyOver: 'journey-over',
      countsDiffer: 'counts-differ',
    },
  },
};
