import type { Definition } from '../../protocols/language/definition.js';
import {
  completeProfile,
  unknownNames,
} from '../../protocols/simulator/profile/complete-profile.js';
import type { Profile } from '../../protocols/simulator/profile/profile.js';
import { faulty, readYaml } from '../definition-source.js';
import { profileSchema } from './profile-schema.js';

/** The profile in a file (JSON or YAML), completed with the defaults. Throws `OperatorError` with every fault. */
export function readProfile(definition: Definition, path: string | undefined): Profile {
  if (path === undefined) return completeProfile(definition);
  const parsed = profileSchema.safeParse(readYaml(path) ?? {});
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
    throw faulty(path, faults, faults);
  }
  const unknown = unknownNames(definition, parsed.data);
  if (unknown.length > 0) {
    throw faulty(
      path,
      unknown.map(({ es }) => es),
      unknown.map(({ en }) => en),
    );
  }
  return completeProfile(definition, parsed.data);
}
