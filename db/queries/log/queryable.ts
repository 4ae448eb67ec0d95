import type postgres from 'postgres';

/** The pool, or a transaction of it: for questions that may be asked of both. */
export type Queryable = Pick<postgres.Sql, 'unsafe'>;
