import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second of the Linux kernel's accounting. */
const TICKS = 100;

interface ProcessStat {
  readonly parent: number;
  readonly cpu: number;
}

function findStat(pid: number): ProcessStat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return { parent: Number(fields[1]), cpu: ticks / TICKS };
  } catch {
    return undefined;
  }
}

/** CPU seconds of a process with its reaped children. */
export function cpuOf(pid: number): number {
  return findStat(pid)?.cpu ?? 0;
}

/** CPU seconds of a process, its reaped and its living children. */
export function cpuOfFamily(pid: number): number {
  let total = cpuOf(pid);
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = findStat(Number(entry));
    if (stat?.parent === pid) total += stat.cpu;
  }
  return total;
}

/** Highest resident memory of a process so far, in MB. */
export function peakMemoryOf(pid: number): number {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Math.round(Number(match[1]) / 1024) : 0;
  } catch {
    return 0;
  }
}

/** CPU seconds the whole machine has been busy, and those a hypervisor took away. */
export function machineCpu(): { busy: number; steal: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const fields = line.trim().split(/\s+/).slice(1).map(Number);
  const at = (index: number) => fields[index] ?? 0;
  return { busy: (at(0) + at(1) + at(2) + at(5) + at(6) + at(7)) / TICKS, steal: at(7) / TICKS };
}
