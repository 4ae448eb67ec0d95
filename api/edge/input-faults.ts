import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type InputFault, type ProblemCode, ProblemError } from '../errors.js';
import { escapePointer } from './storable.js';

/** A path parameter of the wrong shape names nothing, so it is answered like a name nobody knows. */
const PARAMETERS: Readonly<Record<string, ProblemCode>> = {
  run: 'run-unknown',
  step: 'step-unknown',
  event: 'event-unknown',
  share: 'share-unknown',
  role: 'role-unknown',
  protocol: 'definition-unknown',
  definition: 'definition-unknown',
  version: 'definition-unknown',
  reference: 'notice-unknown',
  request: 'evidence-unknown',
};

/** The problem a failed schema stands for; undefined when the error is something else. */
export function schemaProblem(error: unknown, params: unknown): ProblemError | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  const issues = error.validation as unknown as readonly Issue[];
  if (error.validationContext === 'params') return parameterProblem(issues, params);
  const faults = issues.flatMap(faultsOf).slice(0, 50);
  if (error.validationContext === 'querystring')
    return new ProblemError('query-invalid', { faults });
  if (error.validationContext === 'headers') return new ProblemError('header-invalid', { faults });
  return new ProblemError('body-invalid', { faults });
}

interface Issue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: {
    readonly keys?: readonly string[];
    readonly minimum?: unknown;
    readonly maximum?: unknown;
  };
}

function parameterProblem(issues: readonly Issue[], params: unknown): ProblemError {
  const given = (params ?? {}) as Record<string, unknown>;
  const wrong = issues.map((issue) => issue.instancePath.slice(1));
  const name = Object.keys(PARAMETERS).find((known) => wrong.includes(known)) ?? 'run';
  const shown = String(given[name] ?? '').slice(0, 80);
  return new ProblemError(PARAMETERS[name] ?? 'run-unknown', { params: { [name]: shown } });
}

function faultsOf({ keyword, instancePath, params }: Issue): InputFault[] {
  const pointer = instancePath === '/' ? '' : instancePath;
  if (keyword === 'unrecognized_keys') {
    return (params.keys ?? []).map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      code: 'unknown-field',
      message: { es: 'Este campo no existe; quítelo', en: 'This field does not exist; remove it' },
    }));
  }
  const message = withLimit(MESSAGES[keyword] ?? OTHER, params);
  return [{ pointer, code: CODES[keyword] ?? 'not-as-expected', message }];
}

/** The limit that was passed, where there is one: without it nobody knows how long is long enough. */
function withLimit(text: InputFault['message'], { minimum, maximum }: Issue['params']) {
  if (typeof minimum === 'number') {
    return { es: `${text.es}: el mínimo es ${minimum}`, en: `${text.en}: the least is ${minimum}` };
  }
  if (typeof maximum === 'number') {
    return { es: `${text.es}: el máximo es ${maximum}`, en: `${text.en}: the most is ${maximum}` };
  }
  return text;
}

const CODES: Readonly<Record<string, string>> = {
  invalid_type: 'wrong-type',
  too_big: 'too-large',
  too_small: 'too-small',
  invalid_format: 'wrong-format',
  invalid_value: 'not-an-option',
  invalid_key: 'wrong-name',
};

const OTHER = {
  es: 'Revise este valor: no es de los que se esperan',
  en: 'Check this value: it is not one of those expected',
};

const MESSAGES: Readonly<Record<string, InputFault['message']>> = {
  invalid_type: {
    es: 'Falta este valor o es de otro tipo',
    en: 'This value is missing or of another type',
  },
  too_big: { es: 'Este valor es demasiado grande o largo', en: 'This value is too large or long' },
  too_small: {
    es: 'Este valor es demasiado pequeño o corto',
    en: 'This value is too small or short',
  },
  invalid_format: {
    es: 'Este valor no tiene la forma que se pide',
    en: 'This value does not have the form asked for',
  },
  invalid_value: {
    es: 'Elija uno de los valores que se ofrecen',
    en: 'Choose one of the values offered',
  },
};
