/** Inputs every form of ours has besides the fields of its definition. */
export const CONTROLS = {
  /** One-time key of an act. */
  key: 'clave',
  /** Which opening of the step. */
  opening: 'vez',
  /** In which role. */
  role: 'funcion',
  /** The button that was pressed. */
  action: 'accion',
  /** The outcome chosen. */
  outcome: 'resultado',
  /** When the draft that is shown was saved. */
  known: 'borrador',
  /** Answers that were shown to be checked. */
  answers: 'respuestas',
  /** What a page showed before it is done: the same again, and it is done. */
  seen: 'visto',
  /** Which event. */
  event: 'suceso',
  /** Why a lead acts. */
  reason: 'porque',
} as const;

const TAKEN: ReadonlySet<string> = new Set([...Object.values(CONTROLS), 'llave']);

/** Name of the input of a field: its id, unless an input of the page itself is called so. */
export function inputName(fieldId: string): string {
  return TAKEN.has(fieldId) ? `campo-${fieldId}` : fieldId;
}

/** Id of the input of a field, or of what holds its inputs. */
export function inputId(fieldId: string): string {
  return `campo-${fieldId}`;
}

/** Id of the input to which a fault of a field leads. */
export function faultId({ id, type }: { readonly id: string; readonly type: string }): string {
  return type === 'date' || type === 'instant' ? `${inputId(id)}-day` : inputId(id);
}
