/** Data for a script of the page. */
export interface Json {
  readonly json: unknown;
  readonly status?: number;
}

/** A file to keep, never to be shown by the browser as part of this site. */
export interface Download {
  readonly file: Buffer;
  readonly type: string;
  readonly name: string;
}
