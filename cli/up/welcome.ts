import { languageOf } from '../../platform/text.js';
import type { DemoToken } from './demo-data.js';
import type { DemoPeople } from './demo-people.js';

/** What a newcomer reads when everything runs. */
export interface Welcome {
  readonly publicUrl: string;
  readonly temporalAddress: string;
  readonly dataDir: string;
  readonly tokens: readonly DemoToken[];
  readonly people: DemoPeople;
  /** The wanted port when it was taken. */
  readonly movedFrom: number | undefined;
}

const SHOWN = [
  ['demo-migracion-mx', 'case-lead', 'lleva casos', 'leads cases'],
  ['demo-migracion-mx', 'officer', 'responde pasos y supervisa', 'answers steps and supervises'],
  ['demo-consulado-hn', 'officer', 'responde pasos y supervisa', 'answers steps and supervises'],
  ['demo-monitoreo', 'monitor', 'observa sin datos personales', 'watches without personal data'],
] as const;

/** The welcome in the language of the terminal: the pages first, then the command line. */
export function welcome(of: Welcome): string {
  const spanish = languageOf(process.env) === 'es';
  const say = (es: string, en: string) => (spanish ? es : en);
  const token = (institution: string, role: string) =>
    of.tokens.find((one) => one.institution === institution && one.role === role)?.token ?? '';
  const account = (institution: string, role: string) =>
    of.people.accounts.find(
      (one) => one.institution === institution && one.roles.some((held) => held === role),
    )?.email ?? '';
  // Case leads answer steps too, so officers are looked for by their post.
  const officer = (institution: string) => `funcionaria.${institution}@demo.example`;
  const lead = token('demo-migracion-mx', 'case-lead');
  const lines = [
    '',
    say(
      'Retorno está en marcha, con instituciones y personas inventadas.',
      'Retorno is running, with made-up institutions and people.',
    ),
    of.movedFrom === undefined
      ? ''
      : say(
          `El puerto ${of.movedFrom} está ocupado; se usa otro.`,
          `Port ${of.movedFrom} is taken; another one is used.`,
        ),
    `  ${say('Páginas                ', 'Pages                 ')}  ${of.publicUrl}`,
    `  ${say('Correo de demostración ', 'Demo mail             ')}  ${of.publicUrl}/correo`,
    `  ${say('API y su descripción   ', 'API, its description  ')}  ${of.publicUrl}/docs`,
    `  ${say('Temporal               ', 'Temporal              ')}  ${of.temporalAddress}`,
    '',
    say(
      `Entre con uno de estos correos y la contraseña ${of.people.password}`,
      `Sign in with one of these addresses and the password ${of.people.password}`,
    ),
    ...SHOWN.map(([institution, role, es, en]) => {
      const email = role === 'officer' ? officer(institution) : account(institution, role);
      return `  ${email.padEnd(46)} ${say(es, en)}`;
    }),
    say(
      '(todos en demo-accounts.json de la carpeta de datos; claves de la API en demo-tokens.json)',
      '(all of them in demo-accounts.json of the data folder; tokens of the API in demo-tokens.json)',
    ),
    '',
    say('Tres cosas para probar, en otra terminal:', 'Three things to try, in another terminal:'),
    `  1. RETORNO_URL=${of.publicUrl} RETORNO_TOKEN=${lead} node dist/cli/main.js start-run adult-deportee --demo`,
    say(
      `     … y mire ${of.publicUrl}/correo: el aviso a la siguiente institución ya llegó.`,
      `     … and look at ${of.publicUrl}/correo: the next institution has been told.`,
    ),
    `  2. RETORNO_URL=${of.publicUrl} RETORNO_TOKEN=${token('demo-migracion-mx', 'officer')} node dist/cli/main.js inbox`,
    '  3. npm run demo',
    '',
    say('Para terminar: Ctrl-C. Los datos se conservan.', 'To stop: Ctrl-C. The data is kept.'),
    '',
  ];
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')}\n`;
}
