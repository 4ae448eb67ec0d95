import { code } from '../../../api/schemas/common.js';
import { runPrefixOf } from '../../../api/views/case-key.js';
import {
  HOLDINGS,
  INBOX_GROUPS,
  type InboxGroup,
  type InboxHolding,
} from '../../../db/queries/find-inbox.js';

/** Longest list on one page. */
export const PAGE = 25;

/** Names of the lists as they stand in addresses. */
export const LISTS: Readonly<Record<InboxHolding, string>> = {
  mine: 'mias',
  all: 'institucion',
  unassigned: 'sin-asignar',
};

/** What an address of the inbox asks for. */
export interface Asked {
  readonly holding: InboxHolding;
  readonly group?: InboxGroup;
  /** The case key as typed. */
  readonly key: string;
  /** Beginning of run ids it stands for; absent without a key, or with one that is none. */
  readonly runPrefix?: string;
  readonly protocol?: string;
  readonly rehearsals: boolean;
  readonly cursor?: string;
}

/** Whatever the address says, it asks for something that can be shown. */
export function readAsked(query: URLSearchParams): Asked {
  const key = (query.get('clave') ?? '').slice(0, 60);
  const runPrefix = runPrefixOf(key);
  const group = INBOX_GROUPS.find((one) => one === query.get('plazo'));
  const protocol = query.get('protocolo') ?? '';
  const cursor = query.get('desde') ?? '';
  return {
    holding: HOLDINGS.find((one) => LISTS[one] === query.get('ver')) ?? 'all',
    key,
    ...(group ? { group } : {}),
    ...(runPrefix === undefined ? {} : { runPrefix }),
    ...(code.safeParse(protocol).success ? { protocol } : {}),
    rehearsals: query.get('ensayos') === 'si',
    ...(/^[A-Za-z0-9_-]{1,600}$/.test(cursor) ? { cursor } : {}),
  };
}

/** Address of the inbox that asks for this; what is not changed stays, but the page begins anew. */
export function inboxAt(asked: Asked, change: Partial<Asked> = {}): string {
  const { holding, group, key, protocol, rehearsals, cursor } = {
    ...asked,
    cursor: undefined,
    ...change,
  };
  const query = new URLSearchParams();
  query.set('ver', LISTS[holding]);
  if (group) query.set('plazo', group);
  if (key !== '') query.set('clave', key);
  if (protocol) query.set('protocolo', protocol);
  if (rehearsals) query.set('ensayos', 'si');
  if (cursor) query.set('desde', cursor);
  return `/tareas?${query.toString()}`;
}

/** Whether something narrows the list besides whose tasks they are. */
export function isNarrowed({ group, key, protocol }: Asked): boolean {
  return group !== undefined || key !== '' || protocol !== undefined;
}
