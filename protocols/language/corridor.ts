import type { Definition } from './definition.js';
import { type Corridor, type Pack, roleOfKey } from './pack.js';

/** Kinds that may sit in another State than the one they belong to. */
const ABROAD: readonly string[] = ['CON', 'MFA'];
/** Bodies of no State, wherever an office of theirs is. */
const INTERNATIONAL: readonly string[] = ['IOM', 'UNHCR', 'UNICEF', 'RC'];

/** The countries of a run's institutions by the side of their roles, each once, in the order of the roles. */
export interface Countries {
  readonly sending: readonly string[];
  readonly receiving: readonly string[];
}

/** Where an institution sits; of a consulate or ministry also whose authority it is, where somebody has said. */
export interface Sited {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-1 alpha-2. */
  readonly ofState?: string | null | undefined;
}

/** Whether whoever is of this kind may sit in another State than its own, so that its place says nothing about it. */
export function sitsAbroad({ kind }: { readonly kind: string }): boolean {
  return ABROAD.includes(kind);
}

/**
 * The State whose authority an institution is: where it sits, but of a consulate or ministry what the directory says. Undefined
 * for international bodies, and where nobody has said.
 */
export function stateOf({ kind, country, ofState }: Sited & { readonly kind: string }) {
  if (INTERNATIONAL.includes(kind)) return undefined;
  return sitsAbroad({ kind }) ? (ofState ?? undefined) : country;
}

/** Which countries a run runs between. A consulate sits abroad and says nothing about that. */
export function countriesOf(
  { roles }: Pick<Definition, 'roles'>,
  bindings: Readonly<Record<string, { readonly country: string }>>,
): Countries {
  const of = (side: 'sending' | 'receiving') => [
    ...new Set(
      roles.flatMap((role) => {
        const country = bindings[role.id]?.country;
        return role.side === side && country && !sitsAbroad(role) ? [country] : [];
      }),
    ),
  ];
  return { sending: of('sending'), receiving: of('receiving') };
}

/**
 * Who speaks against the institution bound under this name (a role, or who is competent beside one): those of the other side that
 * are of its State, for the sides of a run are two States; what one may not know would be told to it otherwise. Of a consulate or
 * ministry also those of its own side, if none of them is of its State: it verifies and protects for that State alone.
 * Empty where nobody does. International bodies, roles of neither side, and consulates and ministries of which nobody has said
 * whose they are, are of no State here.
 */
export function findAcross(
  { roles }: Pick<Definition, 'roles'>,
  bindings: Readonly<Record<string, Sited>>,
  name: string,
): string[] {
  const standing = (key: string) => {
    const role = roles.find(({ id }) => id === roleOfKey(key));
    const bound = bindings[key];
    if (!role || !bound || role.side === 'either') return undefined;
    const state = stateOf({ ...bound, kind: role.kind });
    return state && { key, side: role.side, state, abroad: sitsAbroad(role) };
  };
  const own = standing(name);
  if (!own) return [];
  const others = Object.keys(bindings).flatMap((key) => (key !== name && standing(key)) || []);
  const across = others.filter(({ side, state }) => side !== own.side && state === own.state);
  if (across.length > 0 || !own.abroad) return across.map(({ key }) => key);
  const beside = others.filter(({ side }) => side === own.side);
  const atHome = beside.filter(({ abroad }) => !abroad);
  // Where the side has nobody in its State, its consulates and ministries must at least agree.
  const telling = atHome.length > 0 ? atHome : beside;
  return telling.some(({ state }) => state === own.state) ? [] : telling.map(({ key }) => key);
}

/**
 * The roles filled by a consulate or ministry of which nobody has said whose it is, or that is not of the State of its side.
 * Somebody must look: what it is told of a person may be told to the wrong State.
 */
export function findUnsure(
  definition: Pick<Definition, 'roles'>,
  bindings: Readonly<Record<string, Sited>>,
): string[] {
  return definition.roles.flatMap((role) => {
    const bound = bindings[role.id];
    if (!bound || !sitsAbroad(role) || role.side === 'either') return [];
    const isSure = stateOf({ ...bound, kind: role.kind }) !== undefined;
    return isSure && findAcross(definition, bindings, role.id).length === 0 ? [] : [role.id];
  });
}

/**
 * How well a pack fits: the number of sides its best corridor names, or undefined when none fits. Institutions of a
 * third country on a side fit no corridor that names that side.
 */
export function fitOf(
  { corridors }: { readonly corridors: readonly Corridor[] },
  countries: Countries,
): number | undefined {
  const fits = corridors.flatMap((corridor) => {
    const sides = (['sending', 'receiving'] as const).filter((side) => corridor[side]);
    const fit = sides.every(
      (side) =>
        countries[side].length > 0 &&
        countries[side].every((country) => corridor[side]?.includes(country)),
    );
    return fit ? [sides.length] : [];
  });
  return fits.length > 0 ? Math.max(...fits) : undefined;
}

/** The packs that fit best: one that names both countries goes before one that names a side. */
export function fittingPacks<P extends Pick<Pack, 'corridors'>>(
  packs: readonly P[],
  countries: Countries,
): P[] {
  const fits = packs.map((pack) => ({ pack, fit: fitOf(pack, countries) ?? -1 }));
  const best = Math.max(-1, ...fits.map(({ fit }) => fit));
  return best < 0 ? [] : fits.filter(({ fit }) => fit === best).map(({ pack }) => pack);
}
