import type { ProtocolEvent } from '../language/definition.js';

/** The role in which the system reports; no institution can fill it. */
export const SYSTEM_ROLE = 'system';

/** Whether an event may be reported in a role. What only the system reports nobody else can, and the other way round. */
export function mayReport(by: ProtocolEvent['by'], role: string): boolean {
  if (by === SYSTEM_ROLE || role === SYSTEM_ROLE) return by === role;
  return by === 'anyone' || by.includes(role);
}
