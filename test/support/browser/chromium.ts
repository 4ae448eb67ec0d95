import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createProgress } from '../../../platform/progress.js';
import type { BilingualText } from '../../../platform/text.js';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DOWNLOADS = 'https://cdn.playwright.dev/';
const LONGEST_INSTALL = 10 * 60_000;
const TEXTS = {
  download: {
    es: 'Instalando Chromium para las pruebas (una vez, unos 170 MB)',
    en: 'Installing Chromium for the tests (once, about 170 MB)',
  },
  libraries: {
    es: 'Instalando las bibliotecas que necesita Chromium',
    en: 'Installing the libraries Chromium needs',
  },
  packages: {
    es: 'Instalando Chromium de los paquetes del sistema (una vez, unos 100 MB)',
    en: 'Installing Chromium from the packages of the system (once, about 100 MB)',
  },
} as const;
const LOCK = join(tmpdir(), 'retorno-chromium.lock');

/** Where Chromium is: `CHROMIUM_PATH`, then where systems put it, then Playwright's own cache. */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  places: readonly string[] = PLACES,
): string | undefined {
  const given = env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, where there is no file. Correct or unset it.`);
  }
  return [...places, chromium.executablePath()].find((place) => existsSync(place));
}

/** A Chromium that starts; installed first where there is none. Processes of one machine install one after the other. */
export async function ensureChromium(places: readonly string[] = PLACES): Promise<string> {
  const found = findChromium(process.env, places);
  if (found && starts(found)) return found;
  await takeLock();
  try {
    const since = findChromium(process.env, places);
    if (since && starts(since)) return since;
    return await install();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0;
}

async function install(): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const mayUseApt = isRoot && existsSync('/etc/debian_version');
  if (await isReachable(DOWNLOADS)) {
    await told(TEXTS.download, () =>
      run(process.execPath, [playwright(), 'install', 'chromium', '--no-shell']),
    );
    const path = chromium.executablePath();
    if (existsSync(path) && !starts(path) && mayUseApt) {
      await told(TEXTS.libraries, () =>
        run(process.execPath, [playwright(), 'install-deps', 'chromium']),
      );
    }
    if (existsSync(path) && starts(path)) return path;
  }
  if (mayUseApt) {
    await told(TEXTS.packages, async () => {
      await run('apt-get', ['update', '-q']);
      await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    });
    const path = findChromium();
    if (path && starts(path)) return path;
  }
  throw new Error(
    'There is no Chromium, and it could not be installed. Install one and name it in CHROMIUM_PATH, or run "npx playwright-core install chromium" where the network allows it.',
  );
}

function playwright(): string {
  return fileURLToPath(new URL('../../../node_modules/playwright-core/cli.js', import.meta.url));
}

async function isReachable(url: string): Promise<boolean> {
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8_000) }).then(
    () => true,
    () => false,
  );
}

function told(text: BilingualText, work: () => Promise<void>): Promise<void> {
  return createProgress().step(text, work);
}

/** Runs an installer; what it says goes to standard error. That it failed shows by what is missing afterwards. */
function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command, args, {
      stdio: ['ignore', 2, 2],
      env,
      timeout: LONGEST_INSTALL,
    });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

async function takeLock(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch {
      // A process that was killed leaves its lock behind.
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 2 * LONGEST_INSTALL) rmSync(LOCK, { recursive: true, force: true });
      await wait(500);
    }
  }
}
