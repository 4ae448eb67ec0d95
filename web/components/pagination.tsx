import { classes } from './form-group.js';
import { useWords } from './language.js';

const WORDS = {
  es: {
    name: 'Páginas',
    previous: 'Anterior',
    next: 'Siguiente',
    hidden: { previous: ': página', next: ': página' },
    page: 'Página',
  },
  en: {
    name: 'Pagination',
    previous: 'Previous',
    next: 'Next',
    hidden: { previous: ' page', next: ' page' },
    page: 'Page',
  },
};

/** A page of a list, or a gap between two. */
export type PageItem =
  | { readonly number: number; readonly href: string; readonly current?: boolean }
  | 'gap';

/** Links to the other pages of a list; nothing if there is one page only. */
export function Pagination(props: {
  /** Address of the page before. */
  readonly previous?: string;
  readonly next?: string;
  readonly items?: readonly PageItem[];
}) {
  const { previous, next, items = [] } = props;
  const words = useWords(WORDS);
  if (previous === undefined && next === undefined && items.length < 2) return null;
  const block = items.length === 0 ? ' govuk-pagination--block' : '';
  return (
    <nav class={`govuk-pagination${block}`} aria-label={words.name}>
      {previous !== undefined && <Step way="prev" href={previous} alone={items.length === 0} />}
      {items.length > 0 && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <Item item={item} />
          ))}
        </ul>
      )}
      {next !== undefined && <Step way="next" href={next} alone={items.length === 0} />}
    </nav>
  );
}

/** First, last and the neighbours of the current page, with gaps between. `count` pages, counted from 1. */
export function pageItems(
  current: number,
  count: number,
  hrefOf: (page: number) => string,
): PageItem[] {
  const shown = [...Array(count).keys()]
    .map((index) => index + 1)
    .filter((page) => page === 1 || page === count || Math.abs(page - current) <= 1);
  return shown.flatMap((page, index): PageItem[] => {
    const item = { number: page, href: hrefOf(page), current: page === current };
    return page - (shown[index - 1] ?? 0) > 1 ? ['gap', item] : [item];
  });
}

function Item({ item }: { item: PageItem }) {
  const words = useWords(WORDS);
  if (item === 'gap') {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  }
  const { number, href, current } = item;
  return (
    <li class={`govuk-pagination__item${current ? ' govuk-pagination__item--current' : ''}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={`${words.page} ${number}`}
        aria-current={current ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  );
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Step({ way, href, alone }: { way: 'prev' | 'next'; href: string; alone: boolean }) {
  const words = useWords(WORDS);
  const which = way === 'prev' ? 'previous' : 'next';
  // Beside page numbers the arrow of “next” points away from them; alone both arrows stand in front.
  const textFirst = way === 'next' && !alone;
  const text = (
    <span
      class={classes(
        'govuk-pagination__link-title',
        alone && 'govuk-pagination__link-title--decorated',
      )}
    >
      {words[which]}
      <span class="govuk-visually-hidden">{words.hidden[which]}</span>
    </span>
  );
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={way}>
        {textFirst && text}
        <svg
          class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={ARROWS[way]} />
        </svg>
        {!textFirst && text}
      </a>
    </div>
  );
}
