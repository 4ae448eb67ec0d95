import type { Field } from '../../protocols/language/form.js';
import type { InputFault } from '../errors.js';

type Say = (label: string) => string;

/** A fault of one field: what to do, in the words of its label. */
function fault(code: string, es: Say, en: Say): (field: Field) => InputFault {
  return ({ id, label }) => ({
    pointer: `/answers/${id}`,
    code,
    message: { es: es(`«${label.es}»`), en: en(`“${label.en}”`) },
  });
}

const missingText = fault(
  'missing',
  (label) => `Escriba ${label}`,
  (label) => `Enter ${label}`,
);
const missingChoice = fault(
  'missing',
  (label) => `Seleccione ${label}`,
  (label) => `Select ${label}`,
);

/** What may be wrong with an answer. */
export const FAULTS = {
  missing: (field: Field) =>
    field.type === 'code' || field.type === 'codes' || field.type === 'boolean'
      ? missingChoice(field)
      : missingText(field),
  text: fault(
    'not-text',
    (label) => `${label} debe ser un texto`,
    (label) => `${label} must be a text`,
  ),
  date: fault(
    'not-a-date',
    (label) => `${label} debe ser una fecha completa, como 2026-03-27`,
    (label) => `${label} must be a complete date, such as 2026-03-27`,
  ),
  instant: fault(
    'not-an-instant',
    (label) => `${label} debe tener fecha, hora y zona, como 2026-03-27T14:00:00-06:00`,
    (label) => `${label} must have date, time and zone, such as 2026-03-27T14:00:00-06:00`,
  ),
  number: fault(
    'not-a-number',
    (label) => `${label} debe ser un número`,
    (label) => `${label} must be a number`,
  ),
  boolean: fault(
    'not-yes-or-no',
    (label) => `Seleccione sí o no en ${label}`,
    (label) => `Select yes or no for ${label}`,
  ),
  yes: fault(
    'must-be-yes',
    (label) =>
      `${label} debe ser «Sí» con este resultado. Si es «No», elija otro resultado o deje el paso abierto hasta que lo sea`,
    (label) =>
      `${label} must be “Yes” with this outcome. If it is “No”, choose another outcome or leave the step open until it is`,
  ),
  option: fault(
    'not-an-option',
    (label) => `Seleccione una de las opciones de ${label}`,
    (label) => `Select one of the options of ${label}`,
  ),
  options: fault(
    'not-an-option',
    (label) => `Seleccione solo opciones de ${label}, cada una una vez`,
    (label) => `Select only options of ${label}, each once`,
  ),
  tooLong: (field: Field, longest: number) =>
    fault(
      'too-long',
      (label) => `${label} debe tener ${longest} caracteres o menos`,
      (label) => `${label} must be ${longest} characters or fewer`,
    )(field),
  tooSmall: (field: Field, min: number) =>
    fault(
      'too-small',
      (label) => `${label} debe ser ${min} o más`,
      (label) => `${label} must be ${min} or more`,
    )(field),
  tooLarge: (field: Field, max: number) =>
    fault(
      'too-large',
      (label) => `${label} debe ser ${max} o menos`,
      (label) => `${label} must be ${max} or less`,
    )(field),
} as const;
