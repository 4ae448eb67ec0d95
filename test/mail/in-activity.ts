import { MockActivityEnvironment } from '@temporalio/testing';

/** Does something as an activity of a worker does it. */
export function inActivity<T>(does: () => Promise<T>): Promise<T> {
  return new MockActivityEnvironment().run(does) as Promise<T>;
}
