import { detailOf, ProblemError } from '../../api/errors.js';
import { type Language, say } from '../../api/language.js';
import { institutionIn, stateIn } from '../../api/views/words.js';
import type { Directory } from '../../door/directory.js';
import type { Definition } from '../../protocols/language/definition.js';

/** The sentence of a problem about who fills a role, with the names of institutions, roles and States instead of their codes. */
export function inNames(
  { code, options }: ProblemError,
  { roles }: Pick<Definition, 'roles'>,
  directory: Directory,
  language: Language,
): string {
  const params = { ...options.params };
  for (const name of ['role', 'other']) {
    const role = roles.find(({ id }) => id === params[name]);
    if (role) params[name] = say(role.title, language);
  }
  const institution = String(params.institution ?? '');
  if (directory.find(institution))
    params.institution = institutionIn(directory, institution, language).title;
  if (params.state) params.state = stateIn(String(params.state), language);
  return detailOf(new ProblemError(code, { ...options, params }), language);
}
