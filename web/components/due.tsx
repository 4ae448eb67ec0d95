import type { DueView } from '../../api/schemas/steps.js';

/** A deadline: words, then the absolute moment with its zone. Colour only repeats the words. */
export function Due({ due }: { due: DueView }) {
  return (
    <div class={`rt-due rt-due--${due.state}`}>
      <strong>
        {due.at === undefined ? (
          due.words
        ) : (
          <time dateTime={due.at} data-due={due.state}>
            {due.words}
          </time>
        )}
      </strong>
      {due.moment !== undefined && <span>{due.moment}</span>}
    </div>
  );
}
