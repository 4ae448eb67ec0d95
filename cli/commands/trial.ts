import type { Command } from 'commander';
import type { SimulateOptions } from '../simulation/simulate.js';

/** Commands that try a definition out. Each loads its code when used, so that `--help` is quick. */
export function addTrialCommands(program: Command): void {
  program
    .command('simulate <definition>')
    .description(
      'play many invented runs in memory: times, load, deadlines / jugar muchos procesos inventados',
    )
    .option('--runs <n>', 'how many runs / cuántos procesos', '1000')
    .option('--seed <n>', 'the same seed, the same report / misma semilla, mismo informe', '1')
    .option('--from <date>', 'first day of arrivals / primer día de llegadas', '2027-01-04')
    .option('--profile <file>', 'what to assume (YAML or JSON) / supuestos (YAML o JSON)')
    .option('--threads <n>', 'threads; all cores unless given / hilos; todos los núcleos')
    .option('--json', 'machine-readable / legible por máquina')
    .option('--picture <file>', 'also draw it (SVG) / dibujarlo también (SVG)')
    .action(async (definition: string, options: SimulateOptions) =>
      (await import('../simulation/simulate.js')).simulateCommand(definition, options),
    );
}
