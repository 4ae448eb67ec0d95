import type { ComponentChildren } from 'preact';

/**
 * What is kept up to date on an open page while the connection holds (`scripts/live.ts`). No field may be in it: nothing is
 * taken from under somebody who types.
 */
export function Live(props: {
  /** Where the version is asked for. */
  readonly from: string;
  readonly version: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div data-live={props.from} data-live-version={props.version}>
      {props.children}
    </div>
  );
}
