import { ERRORS, type Locker, type RequestRelease } from '@tus/server';

/**
 * Lets one request at a time work on a file. Whoever comes later has the earlier one end and waits until it has: after a line
 * was cut, the server may still be listening to the old one. The server's own locker waits in a busy loop.
 */
export function createOneAtATime(): Locker {
  const held = new Map<string, { readonly end: RequestRelease; readonly over: Promise<void> }>();
  return {
    newLock(id) {
      let release = (): void => undefined;
      return {
        async lock(signal, end) {
          for (let other = held.get(id); other; other = held.get(id)) {
            await other.end();
            await other.over;
            if (signal.aborted) throw ERRORS.ABORTED;
          }
          const over = new Promise<void>((resolve) => {
            release = resolve;
          });
          held.set(id, { end, over });
        },
        async unlock() {
          held.delete(id);
          release();
        },
      };
    },
  };
}
