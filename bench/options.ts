/** What the benchmark is asked to do; the same options as every peer harness takes. */
export interface BenchOptions {
  pgUrl: string;
  workDir: string;
  label: string;
  phases: string[];
  concurrency: number[];
  /** Seconds. */
  warmup: number;
  duration: number;
  growthDuration: number;
  timerLead: number;
  /** Numbers of cases. */
  size: number;
  burst: number;
  timers: number;
  parked: number[];
  /** Whether everything that protects and proves is at work, or left out for comparison (`npm run cost`). */
  protection: 'as-served' | 'none' | 'door';
}

const DEFAULTS = {
  'pg-url': '',
  'work-dir': '.data/bench',
  label: '',
  phases: 'size,closed,burst,timers',
  concurrency: '1,16,64',
  warmup: '8',
  duration: '12',
  size: '300',
  burst: '2000',
  timers: '2000',
  'timer-lead': '25',
  parked: '0,10000',
  'growth-duration': '8',
  variant: '',
  protection: 'door',
};

/** Reads `--name=value` arguments. Throws on an unknown one. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const given: Record<string, string> = { ...DEFAULTS };
  for (const argument of argv) {
    const match = /^--([a-z-]+)=(.*)$/.exec(argument);
    if (!match || !((match[1] ?? '') in DEFAULTS)) {
      throw new Error(
        `Unknown option ${argument}. Known: ${Object.keys(DEFAULTS)
          .map((name) => `--${name}=`)
          .join(' ')}`,
      );
    }
    given[match[1]!] = match[2]!;
  }
  const number = (name: string) => Number(given[name]);
  const list = (name: string) => given[name]!.split(',').filter(Boolean);
  return {
    pgUrl: given['pg-url']!,
    workDir: given['work-dir']!,
    label: given.label!,
    phases: list('phases'),
    concurrency: list('concurrency').map(Number),
    warmup: number('warmup'),
    duration: number('duration'),
    growthDuration: number('growth-duration'),
    timerLead: number('timer-lead'),
    size: number('size'),
    burst: number('burst'),
    timers: number('timers'),
    parked: list('parked').map(Number),
    protection: protectionOf(given.protection!),
  };
}

function protectionOf(given: string): BenchOptions['protection'] {
  if (given === 'as-served' || given === 'none' || given === 'door') return given;
  throw new Error(`Unknown protection ${given}. Known: as-served, none, door`);
}
