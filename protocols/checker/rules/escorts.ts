import type { Role } from '../../language/definition.js';
import type { Model } from '../model.js';

/** Whoever takes people to the border: the roles of neither State that sign departures. */
export function escortsOf(model: Model): Role[] {
  const signing = model.having('departs').flatMap((departure) => model.roles(departure));
  return [...new Set(signing.filter(({ side }) => side === 'either'))];
}
