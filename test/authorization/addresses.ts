import type { About } from './judge.js';
import type { Loan } from './loans.js';
import { SHARE } from './loans.js';

/** One address that can be asked for, and what it names. */
export interface Address {
  /** As it was registered, with its parameters. */
  readonly route: string;
  readonly url: string;
  readonly api: boolean;
  readonly about: About;
  /** It names no run: lists, and what belongs to the person. */
  readonly general: boolean;
}

/** Steps that are asked for: of the lead, of the courier, of the receiving side, of two, of none. */
const STEPS = [
  'request',
  'condition-check',
  'permit',
  'itinerary',
  'send-off',
  'handover',
  'no-such-step',
];

/** Some of them: of the lead, of the receiving side, of the courier. */
export const FEW_STEPS = ['request', 'permit', 'itinerary'];

export interface Known {
  /** References of notices, by institution. */
  readonly notices: readonly { institution: string; reference: string }[];
  /** A monitor's names of the run, by institution. */
  readonly names: readonly { institution: string; name: string }[];
}

/** Every address of a route for one run; a parameter that is not known is filled with what does not exist. */
export function addressesOf(
  routes: readonly string[],
  loan: Loan,
  known: Known,
  chosen: readonly string[] = STEPS,
): Address[] {
  return routes.flatMap((route) => {
    if (!OF_A_CASE.test(route)) return [];
    const steps = route.includes(':step') ? chosen : [undefined];
    return steps.flatMap((step) => {
      const fill = (more: Record<string, string>, about: About): Address => ({
        route,
        api: route.startsWith('/v1'),
        general: !route.includes(':run'),
        about: { loan, ...(step === undefined ? {} : { step }), ...about },
        url: route
          .replace(/:(\w+)/g, (_, name: string) => more[name] ?? FILLED[name] ?? 'x')
          .replaceAll('{run}', loan.run)
          .replaceAll('{step}', step ?? ''),
      });
      const base = { run: loan.run, step: step ?? '', file: `file-${loan.run}` };
      if (route.includes(':reference')) {
        return known.notices.map(({ institution, reference }) =>
          fill({ ...base, reference }, { whose: institution }),
        );
      }
      if (route.includes(':pseudonym')) {
        return known.names.map(({ institution, name }) =>
          fill({ ...base, pseudonym: name }, { whose: institution }),
        );
      }
      return fill(base, {});
    });
  });
}

const OF_A_CASE = /:(run|reference|pseudonym)\b/;

const filled = (route: string, more: Record<string, string> = {}) =>
  route.replace(/:(\w+)/g, (_, name: string) => more[name] ?? FILLED[name] ?? 'x');

const FILLED: Readonly<Record<string, string>> = {
  share: SHARE,
  protocol: 'book-loan',
  pack: 'no-such-pack',
  event: 'claim-filed',
  kind: 'informacion',
  role: 'courier',
  request: 'none',
};

/** Addresses that name no case. */
export function generalAddresses(routes: readonly string[]): Address[] {
  return routes
    .filter((route) => !OF_A_CASE.test(route))
    .map((route) => ({
      route,
      url: route === '/v1/runs' ? '/v1/runs?limit=100' : filled(route),
      api: route.startsWith('/v1'),
      about: {},
      general: true,
    }));
}
