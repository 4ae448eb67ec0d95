import { type Connection, isGrpcServiceError } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  type SearchAttributeKey,
  type SearchAttributeType,
} from '@temporalio/common/lib/search-attributes.js';
import proto, { type temporal } from '@temporalio/proto';

/** Protocol code of the run, for instance `unaccompanied-minor`. */
export const retornoProtocol = defineSearchAttributeKey('RetornoProtocol', 'KEYWORD');
/** Version of the protocol the run follows. */
export const retornoVersion = defineSearchAttributeKey('RetornoVersion', 'INT');
/** Code of the stage the run is in. */
export const retornoStage = defineSearchAttributeKey('RetornoStage', 'KEYWORD');
/** Code of the institution that leads the run. */
export const retornoLead = defineSearchAttributeKey('RetornoLead', 'KEYWORD');
/** Whether the run is a rehearsal; it never changes. */
export const retornoRehearsal = defineSearchAttributeKey('RetornoRehearsal', 'BOOL');

/** All of them. Search attributes are not encrypted: codes and numbers only, never persons. */
export const searchAttributeKeys: readonly SearchAttributeKey<SearchAttributeType>[] = [
  retornoProtocol,
  retornoVersion,
  retornoStage,
  retornoLead,
  retornoRehearsal,
];

const alreadyExists = 6;
const waitMs = 45_000;

/**
 * Registers the search attributes that are missing and waits until runs can be found by each, which
 * is when a start that carries them is accepted. Safe to run again, and by several at once.
 *
 * Errors: what the server says when it does not accept them in time.
 */
export async function registerSearchAttributes(
  connection: Pick<Connection, 'operatorService' | 'workflowService'>,
  namespace: string,
): Promise<void> {
  const { operatorService } = connection;
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = searchAttributeKeys.filter((key) => customAttributes?.[key.name] === undefined);
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(
      missing.map((key) => [key.name, indexedValueType(key.type)]),
    );
    try {
      await operatorService.addSearchAttributes({ namespace, searchAttributes });
    } catch (error) {
      if (!(isGrpcServiceError(error) && error.code === alreadyExists)) throw error;
    }
  }
  await untilUsable(connection, namespace);
}

function indexedValueType(type: SearchAttributeType): temporal.api.enums.v1.IndexedValueType {
  return proto.temporal.api.enums.v1.IndexedValueType[`INDEXED_VALUE_TYPE_${type}`];
}

async function untilUsable(
  connection: Pick<Connection, 'workflowService'>,
  namespace: string,
): Promise<void> {
  const query = searchAttributeKeys.map((key) => `${key.name} IS NULL`).join(' AND ');
  const until = Date.now() + waitMs;
  while (true) {
    try {
      await connection.workflowService.countWorkflowExecutions({ namespace, query });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
