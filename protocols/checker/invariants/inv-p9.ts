import type { Role } from '../../language/definition.js';
import { type Invariant, MOVING } from '../invariant.js';
import { t } from '../words.js';

/** Bodies of neither State. */
const NEUTRAL: readonly string[] = [
  'RECTOR',
  'LEGAL',
  'IOM',
  'UNHCR',
  'UNICEF',
  'RC',
  'MON',
  'CSO',
  'PRIV',
];
/** Authorities of the person's own State, wherever they sit. */
const OF_ORIGIN: readonly string[] = ['CON', 'MFA'];
/** Whoever else may be of the receiving State. */
const ABROAD: readonly string[] =
  'MIG CPA ATU PROS COURT CIV HEA LAB EDU SOC WOM MUN REC OPB CSO LEGAL IOM PRIV'.split(' ');

/**
 * Who may be told what, and when, is proven by the side and the kind a role declares (INV-P1, P2, P3, P7, T1, V4). So these
 * are looked at themselves: an authority of a State says of which, a consulate is of the person's own, a kind nobody knows
 * is no recipient abroad; and who sees the whole run, the lead and the monitor, is not of the State of origin.
 */
export const invP9: Invariant = {
  id: 'INV-P9',
  regimes: [...MOVING, 'no-return'],
  must: t(
    'Cada función dice con verdad de qué Estado es; quien dirige o vigila el proceso no es del país de origen.',
    'Every role says truly of which State it is; whoever leads or monitors the run is not of the country of origin.',
  ),
  source: 'GCM objective 21(c); product rule',
  check({ model, report }) {
    const { roles, lead, monitor, regime } = model.definition;
    for (const role of roles) {
      const where = `roles/${role.id}`;
      const fillers = { role: role.id, kind: role.kind, side: role.side };
      const allowed = sidesOf(role);
      if (!allowed.includes(role.side)) {
        report('side-untrue', `${where}/side`, { ...fillers, allowed: allowed.join(', ') });
      }
      const isKnown = [...ABROAD, ...OF_ORIGIN].includes(role.kind);
      if (role.side === 'receiving' && !isKnown && regime !== 'no-return') {
        const kinds = [...ABROAD, ...OF_ORIGIN].join(', ');
        report('kind-unknown', `${where}/kind`, { ...fillers, kinds });
      }
    }
    if (regime === 'no-return') return;
    for (const id of [lead, monitor]) {
      if (id === undefined || model.role(id)?.side !== 'receiving') continue;
      report('led-from-abroad', `roles/${id}/side`, { role: id });
    }
  },
};

function sidesOf({ kind }: Role): readonly Role['side'][] {
  if (OF_ORIGIN.includes(kind)) return ['receiving'];
  // A kind nobody knows may be a body of neither State; what it may be sent abroad is another question.
  const isAuthority = ABROAD.includes(kind) && !NEUTRAL.includes(kind);
  return isAuthority ? ['sending', 'receiving'] : ['sending', 'receiving', 'either'];
}
