/** Whether PostgreSQL refused a row because it is there already, also where the driver wrapped its error. */
export function isUniqueViolation(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    if ('code' in cause && cause.code === '23505') return true;
    cause = cause.cause;
  }
  return false;
}
