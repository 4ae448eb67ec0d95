import type { LineRecord, ListedOperation } from '../../db/queries/operations.js';
import type { Definition } from '../../protocols/language/definition.js';
import { SEAT_LISTS } from '../../protocols/language/seat.js';
import { type Language, say } from '../language.js';
import type { OpenOperation } from '../runs/open-operation.js';
import type { OperationListItemView, OperationView } from '../schemas/operations.js';
import { namedList } from './operation-words.js';
import { iso } from './run-view.js';

/** Lines that hold a seat. */
const TAKEN: ReadonlySet<string> = new Set(['proposed', 'accepted', 'boarded', 'arrived']);

/** What an operation declares; the same for every party. */
export function operationItemView(
  row: ListedOperation,
  definition: Definition,
  language: Language,
): OperationListItemView {
  const { id, protocol, version, rehearsal, capacity, seating, point } = row;
  return {
    run: id,
    protocol: { id: protocol, version, title: say(definition.title, language) },
    rehearsal,
    purpose: purposeOf(definition, row.purpose, language),
    capacity,
    seating,
    startedAt: iso(row.startedAt),
    ...(row.departsAt === null ? {} : { departsAt: iso(row.departsAt) }),
    ...(row.latestAt === null ? {} : { latestAt: iso(row.latestAt) }),
    ...(point === null ? {} : { point }),
    ...(row.endedAt === null ? {} : { endedAt: iso(row.endedAt) }),
  };
}

function purposeOf(definition: Definition, id: string, language: Language) {
  const attribute = definition.attributes.find((one) => one.id === definition.operation?.purpose);
  const option = attribute?.options?.find((one) => one.id === id);
  return { id, title: option ? say(option.title, language) : id };
}

/** An operation with how many of the lines this access sees are on which list. */
export function operationView(opened: OpenOperation, lines: readonly LineRecord[]): OperationView {
  const { declared, definition, language, lineLevel, run } = opened;
  const taken = lines.filter(({ status }) => TAKEN.has(status)).length;
  return {
    ...operationItemView(declared, definition, language),
    view: lineLevel,
    ...(lineLevel === 'own' ? {} : { taken }),
    lines: SEAT_LISTS.map((list) => ({
      list: namedList(list, language),
      count: lines.filter((line) => line.list === list && TAKEN.has(line.status)).length,
    })),
    versions: run.state.versions ?? 0,
  };
}
