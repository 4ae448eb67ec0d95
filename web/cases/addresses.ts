/** Addresses of the pages of one case. */
export const casePath = (run: string, rest = ''): string => `/casos/${run}${rest}`;

/** The page of one step, the same from the list and from the picture. */
export const stepPath = (run: string, step: string): string =>
  casePath(run, `/pasos/${encodeURIComponent(step)}`);

/** An address with a query; empty values are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
