/** One list among several of the same kind. */
export interface Tab {
  readonly href: string;
  readonly text: string;
  readonly count?: number;
  readonly current?: boolean;
}

/** Links to lists of the same kind, the current one marked. Each has its own address, so that it works without script. */
export function Tabs({ name, tabs }: { name: string; tabs: readonly Tab[] }) {
  return (
    <nav class="rt-tabs" aria-label={name}>
      <ul class="rt-tabs__list">
        {tabs.map(({ href, text, count, current }) => (
          <li>
            <a class="rt-tabs__tab" href={href} aria-current={current ? 'page' : undefined}>
              {count === undefined ? text : `${text} (${count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
