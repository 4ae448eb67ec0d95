const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);

/** Whether an error, or what caused it, says that the database cannot be reached or takes no work now. */
export function isDatabaseDown(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    const code = 'code' in cause ? String(cause.code) : '';
    // Classes 08 connection, 53 resources, 57 operator intervention, 25006 standby.
    if (CONNECTION.has(code) || /^(08|53|57P)\w+$/.test(code) || code === '25006') return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseDown)) return true;
    cause = cause.cause;
  }
  return false;
}
