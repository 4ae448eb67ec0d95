import { PUBLISHED_TYPE_PREFIX } from './messages.js';

/** Workflow type names of the shipped protocols; every other protocol runs under the reserved prefix. */
const SHIPPED_TYPES: Readonly<Record<string, string>> = {
  'adult-deportee': 'adultDeportee',
  'unaccompanied-minor': 'unaccompaniedMinor',
  'trafficking-victim': 'traffickingVictim',
  'voluntary-return': 'voluntaryReturn',
  'group-operation': 'groupOperation',
};

/** The Temporal workflow type that runs a protocol. */
export function workflowTypeOf(protocol: string): string {
  return SHIPPED_TYPES[protocol] ?? `${PUBLISHED_TYPE_PREFIX}${protocol}`;
}
