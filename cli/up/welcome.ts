import { languageOf } from '../../platform/text.js';
import type { DemoToken } from './demo-data.js';

/** What a newcomer reads when everything runs. */
export interface Welcome {
  readonly publicUrl: string;
  readonly temporalAddress: string;
  readonly dataDir: string;
  readonly tokens: readonly DemoToken[];
  /** The wanted port when it was taken. */
  readonly movedFrom: number | undefined;
}

export function welcome(of: Welcome): string {
  const spanish = languageOf(process.env) === 'es';
  const token = (institution: string, role: string) =>
    of.tokens.find((one) => one.institution === institution && one.role === role)?.token ?? '';
  const lead = token('demo-migracion-mx', 'case-lead');
  const shown = [
    ['demo-migracion-mx', 'case-lead'],
    ['demo-migracion-mx', 'officer'],
    ['demo-consulado-hn', 'officer'],
    ['demo-monitoreo', 'monitor'],
  ] as const;
  const lines = spanish
    ? [
        '',
        'Retorno está en marcha, con instituciones y datos inventados.',
        of.movedFrom === undefined ? '' : `El puerto ${of.movedFrom} está ocupado; se usa otro.`,
        `  API y su descripción     ${of.publicUrl}/docs`,
        `  Correo de demostración   ${of.publicUrl}/correo`,
        `  Temporal                 ${of.temporalAddress}`,
        '',
        'Accesos de demostración (todos en demo-tokens.json de la carpeta de datos):',
      ]
    : [
        '',
        'Retorno is running, with made-up institutions and data.',
        of.movedFrom === undefined ? '' : `Port ${of.movedFrom} is taken; another one is used.`,
        `  API and its description  ${of.publicUrl}/docs`,
        `  Demo mail                ${of.publicUrl}/correo`,
        `  Temporal                 ${of.temporalAddress}`,
        '',
        'Demo sign-ins (all of them in demo-tokens.json of the data folder):',
      ];
  for (const [institution, role] of shown) {
    lines.push(`  ${institution.padEnd(20)} ${role.padEnd(10)} ${token(institution, role)}`);
  }
  const connect = `RETORNO_URL=${of.publicUrl} RETORNO_TOKEN=${lead}`;
  lines.push(
    '',
    spanish
      ? 'Tres cosas para probar, en otra terminal:'
      : 'Three things to try, in another terminal:',
    `  1. ${connect} node dist/cli/main.js start-run adult-deportee --demo`,
    spanish
      ? `     … y mire ${of.publicUrl}/correo: el aviso a la siguiente institución ya llegó.`
      : `     … and look at ${of.publicUrl}/correo: the next institution has been told.`,
    `  2. RETORNO_URL=${of.publicUrl} RETORNO_TOKEN=${token('demo-migracion-mx', 'officer')} node dist/cli/main.js inbox`,
    '  3. npm run demo',
    '',
    spanish
      ? 'Para terminar: Ctrl-C. Los datos se conservan.'
      : 'To stop: Ctrl-C. The data is kept.',
    '',
  );
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')}\n`;
}
