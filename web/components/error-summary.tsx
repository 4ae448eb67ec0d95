import { useWords } from './language.js';

/** A fault of a form: the sentence beside the field, and the id of the field (of a choice: of its first input). */
export interface Fault {
  readonly text: string;
  readonly field?: string;
}

const WORDS = { es: 'Hay un problema', en: 'There is a problem' };

/** All faults of a form, above it; gets the focus, and each leads to its field. Nothing without faults. */
export function ErrorSummary({ faults }: { faults: readonly Fault[] }) {
  const title = useWords(WORDS);
  if (faults.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {faults.map(({ text, field }) => (
              <li>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** The sentence of a field among the faults, for its `error`. */
export function faultOf(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text;
}
