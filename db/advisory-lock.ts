import postgres from 'postgres';

/** A lock only one process holds at a time; it is free again when that process dies. */
export interface HeldLock {
  release(): Promise<void>;
  /** Resolves when the connection that holds the lock is lost. */
  readonly lost: Promise<void>;
}

/** Takes the lock if it is free. `url` is needed because the lock lives with a connection of its own. */
export async function tryLock(url: string, key: number): Promise<HeldLock | undefined> {
  let lose: () => void = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onclose: () => lose(),
    onnotice: () => {},
    connection: { application_name: 'retorno-lock' },
  });
  try {
    const [row] = await sql<{ held: boolean }[]>`select pg_try_advisory_lock(${key}) as held`;
    if (row?.held) return { lost, release: () => sql.end({ timeout: 1 }) };
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  await sql.end({ timeout: 1 });
  return undefined;
}
