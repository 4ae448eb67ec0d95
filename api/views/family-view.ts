import { findFamily } from '../../db/queries/family.js';
import { getDefinition } from '../../door/known-runs.js';
import { standingOf } from '../../protocols/core/family.js';
import type { Standing } from '../../protocols/language/family.js';
import type { Text } from '../../protocols/language/text.js';
import { mayShow } from '../auth/fields.js';
import { say } from '../language.js';
import { findOpenRun, type OpenRun } from '../runs/open-run.js';
import type { FamilyView } from '../schemas/family.js';

const STANDINGS: Readonly<Record<Standing, Text>> = {
  along: { es: 'Va con la familia', en: 'Goes along with the family' },
  held: { es: 'Detenida por ahora', en: 'Stopped for now' },
  stays: { es: 'No viaja', en: 'Does not travel' },
  apart: { es: 'Sigue por separado', en: 'Goes on separately' },
  gone: { es: 'Ya fue entregada', en: 'Was handed over' },
};

/**
 * How the members of the family stand, in coarse words, and where the family waits for somebody; nothing for the receiving
 * side. The run of a member is named only to who may see it.
 */
export async function familyView(opened: OpenRun): Promise<FamilyView | undefined> {
  const { context, definition, run, language, access } = opened;
  const { family } = run.state;
  if (!family || !mayShow(opened, 'run.family')) return undefined;
  const { sql } = context.door.db;
  const members: FamilyView['members'][number][] = [];
  for (const { member, ...other } of await findFamily(sql, family.unit)) {
    const standing = standingOf(await getDefinition(context.door, other), other.state);
    const visible =
      other.id !== run.id && (await findOpenRun(context, { access, language }, other.id));
    members.push({
      member,
      mine: member === family.member,
      standing: { id: standing, title: STANDINGS[standing][language] },
      ...(visible && mayShow(visible, 'run.family') ? { run: other.id } : {}),
    });
  }
  const joins = (definition.family?.joins ?? []).map(({ id, title }) => ({
    id,
    title: say(title, language),
    complete: !family.broken.includes(id),
  }));
  return { unit: family.unit, members, joins };
}
