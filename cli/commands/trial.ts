import type { Command } from 'commander';
import type { RehearseOptions } from '../rehearsal/rehearse.js';
import type { SimulateOptions } from '../simulation/simulate.js';

/** Commands that try a definition out. Each loads its code when used, so that `--help` is quick. */
export function addTrialCommands(program: Command): void {
  program
    .command('simulate [definition]')
    .description(
      'play many invented runs in memory: times, load, deadlines / jugar muchos procesos inventados',
    )
    .option('--runs <n>', 'how many runs / cuántos procesos', '1000')
    .option('--seed <n>', 'the same seed, the same report / misma semilla, mismo informe', '1')
    .option('--from <date>', 'first day of arrivals / primer día de llegadas', '2027-01-04')
    .option('--profile <file>', 'what to assume (YAML or JSON) / supuestos (YAML o JSON)')
    .option('--threads <n>', 'threads; all cores unless given / hilos; todos los núcleos')
    .option('--json', 'machine-readable / legible por máquina')
    .option('--schema', 'only print the shape of --json / solo mostrar la forma de --json')
    .option('--picture <file>', 'also draw it (SVG) / dibujarlo también (SVG)')
    .action(async (definition: string | undefined, options: SimulateOptions) =>
      (await import('../simulation/simulate.js')).simulateCommand(definition, options),
    );
  program
    .command('rehearse <definition>')
    .description(
      'play one invented run on real servers with skipped time / ensayar un proceso inventado',
    )
    .option('--scene <file>', 'what happens (YAML or JSON) / lo que ocurre (YAML o JSON)')
    .option('--seed <n>', 'without a scene: which chance / sin escena: qué azar', '1')
    .action(async (definition: string, options: RehearseOptions) =>
      (await import('../rehearsal/rehearse.js')).rehearseCommand(definition, options),
    );
}
