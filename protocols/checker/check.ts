import type { Definition } from '../language/definition.js';
import { type Finding, validateDefinition } from '../language/validate.js';
import type { CheckContext, CheckFinding } from './finding.js';
import { INVARIANTS } from './invariants/index.js';
import { createModel } from './model.js';
import { QUALITIES } from './quality/index.js';
import { createScope } from './scope.js';
import { t } from './words.js';

export type { CheckContext, CheckFinding, PathStep } from './finding.js';

/** The safeguards the validator already looks after, by the code it reports. */
const OF_VALIDATOR: Readonly<Partial<Record<Finding['code'], string>>> = {
  'deadline-missing': 'INV-A13',
  'safeguard-silence': 'INV-A6',
  'lapse-clears-the-way': 'INV-A7',
};

/**
 * Everything that is wrong with a definition, errors of the validator alone where there are any: without sound names
 * nothing can be proven. An empty list, or one of warnings only, means that every safeguard of its regime holds in
 * every behaviour `protocols/core` allows.
 */
export function checkDefinition(
  definition: Definition,
  context: CheckContext = {},
): readonly CheckFinding[] {
  const invalid = validateDefinition(definition, context.others).filter(
    ({ severity }) => severity === 'error',
  );
  if (invalid.length > 0) return invalid.map(fromValidator);
  const model = createModel(definition);
  const found: CheckFinding[] = [];
  for (const invariant of INVARIANTS) {
    if (!invariant.regimes.includes(definition.regime)) continue;
    invariant.check(createScope(model, context, invariant, found));
  }
  for (const quality of QUALITIES) quality.check(createScope(model, context, quality, found));
  return found;
}

function fromValidator({ code, where, severity, message }: Finding): CheckFinding {
  return {
    invariant: OF_VALIDATOR[code] ?? code,
    severity,
    where,
    must: t(
      'Una definición tiene la forma y los nombres que pide su lenguaje.',
      'A definition has the shape and the names its language asks for.',
    ),
    found: message,
    fix: t(
      `Corrija «${where}» en el archivo y revíselo otra vez: las salvaguardas se examinan cuando la forma es correcta.`,
      `Correct "${where}" in the file and check it again: safeguards are examined once its form is sound.`,
    ),
    path: [],
    tracks: [],
  };
}
