import { countriesOf, fittingPacks } from '../protocols/language/corridor.js';
import type { Definition } from '../protocols/language/definition.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { Door } from './door.js';

/**
 * The pack for the countries of the wanted institutions: the one that fits best. Undefined when no pack is for these
 * countries; refused when several fit equally well, because then somebody must say which applies.
 */
export async function choosePack(
  door: Door,
  definition: Definition,
  wanted: Readonly<Record<string, string>>,
): Promise<{ pack?: string } | Refusal> {
  if (Object.values(wanted).some((id) => !door.directory.find(id))) await door.directory.reload();
  const bindings = Object.fromEntries(
    Object.entries(wanted).flatMap(([role, id]) => {
      const institution = door.directory.find(id);
      return institution ? [[role, institution]] : [];
    }),
  );
  const countries = countriesOf(definition, bindings);
  const fits = fittingPacks(await door.packs.listCurrent(), countries);
  const [pack] = fits;
  if (!pack) return {};
  if (fits.length === 1) return { pack: pack.id };
  return refusal('pack-needed', { packs: fits.map(({ id }) => id).join(', ') });
}
