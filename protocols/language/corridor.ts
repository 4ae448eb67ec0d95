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

/** Whether whoever is of this kind may sit in another State than its own, so that its place says nothing about it. */
export function sitsAbroad({ kind }: { readonly kind: string }): boolean {
  return ABROAD.includes(kind);
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
 * The other side of a run that is in the State of the institution bound under this name: a role, or who is competent beside
 * one. Empty where the sides are two States, as they must be: what one side may not know would be told to it otherwise.
 * Consulates and ministries sit abroad, international bodies and roles of neither side are of no State here.
 */
export function findAcross(
  { roles }: Pick<Definition, 'roles'>,
  bindings: Readonly<Record<string, { readonly country: string }>>,
  name: string,
): string[] {
  const sideOf = (key: string) => {
    const role = roles.find(({ id }) => id === roleOfKey(key));
    const hasPlace = role && !sitsAbroad(role) && !INTERNATIONAL.includes(role.kind);
    return hasPlace && role.side !== 'either' ? role.side : undefined;
  };
  const own = sideOf(name);
  if (!own) return [];
  return Object.keys(bindings).filter((key) => {
    const side = sideOf(key);
    return side && side !== own && bindings[key]!.country === bindings[name]?.country;
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
