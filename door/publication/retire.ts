import type { Actor } from '../../db/schema/history.js';
import { refusal } from '../../protocols/refusals.js';
import type { Door } from '../door.js';
import {
  type Decision,
  type Entered,
  enterDefinitionAct,
  type NotEntered,
  notEntered,
} from './enter.js';
import { leadsInto } from './leading.js';

/**
 * Ends new runs under a protocol; open runs go on under the versions they have. Refused while another protocol in force
 * leads here: a person must not be re-routed into nothing.
 */
export async function retireProtocol(
  door: Door,
  actor: Actor,
  of: { readonly protocol: string; readonly version: number; readonly reasons: string },
): Promise<Entered | NotEntered> {
  const { protocol, version, reasons } = of;
  return enterDefinitionAct(door, protocol, actor, async ({ acts, current }): Promise<Decision> => {
    if (acts.some((act) => act.kind === 'retired' && act.version === version)) return 'done';
    if (!current) return notEntered(refusal('definition-unknown', { protocol, version }));
    if (current.version !== version) {
      return notEntered(refusal('definition-not-current', { protocol, version: current.version }));
    }
    const others = (await door.definitions.listCurrent()).filter(({ id }) => id !== protocol);
    const leading = others
      .filter((other) => leadsInto(other, protocol).length > 0)
      .map(({ id }) => id);
    if (leading.length > 0) {
      return notEntered(refusal('definition-needed', { protocol, others: leading.join(', ') }));
    }
    return { kind: 'retired', version, digest: current.digest, reasons };
  });
}
