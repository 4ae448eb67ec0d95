import { writeFileSync } from 'node:fs';

/**
 * Leaves the memory of this process, and of those it starts, out of what the system writes when it crashes: keys and what
 * people wrote are in it, and a file of it is in nobody's retention. Linux only (`core(5)`); elsewhere the operator sees to it.
 */
export function leaveMemoryOutOfCrashes(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // A kernel or container without it.
  }
}
