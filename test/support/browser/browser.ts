import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { SESSION_COOKIE } from '../../../web/frame/cookies.js';
import { startTestWeb, type TestWeb } from '../web.js';
import { ensureChromium } from './chromium.js';

/** Pages in a real browser, served by a real server. */
export interface BrowserWeb extends TestWeb, BrowserAt {
  /** Gives the page's browser the session of an invented person; `as` is `institution/role`. */
  signInAs(page: Page, as: string): Promise<void>;
  /** Gives the page's browser one of the cookies that need TLS. */
  giveCookie(page: Page, name: string, value: string): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions {
  /** Pixels; 1280 unless said. */
  readonly width?: number;
  readonly height?: number;
  /** Language the browser prefers; Spanish unless said. */
  readonly language?: 'es' | 'en';
  readonly javaScript?: boolean;
  /** A bad line and a cheap phone: 400 ms, 1.6 Mbit/s down, 0.75 up, a quarter of the processor. */
  readonly network?: 'slow';
  readonly touch?: boolean;
  readonly forcedColors?: boolean;
  readonly timeZone?: string;
}

let running: Promise<Browser> | undefined;

/** The one browser of this process, started at first use. */
export function theBrowser(): Promise<Browser> {
  running ??= ensureChromium().then((executablePath) =>
    chromium.launch({
      executablePath,
      // As root Chromium refuses its sandbox, and containers give it a small /dev/shm.
      args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    }),
  );
  return running;
}

/** Real pages of a server in the one browser. */
export interface BrowserAt {
  /** Address of the server, without a slash at the end. */
  readonly address: string;
  newPage(options?: PageOptions): Promise<Page>;
  /** Closes the pages, the server's port and the browser. */
  close(): Promise<void>;
}

/** Lets a server listen and opens its pages in the browser. */
export async function browserAt(app: TestWeb['app']): Promise<BrowserAt> {
  const browser = await theBrowser();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  // By name: browsers take it for a safe place, so that the session's cookie works without TLS.
  const address = `http://localhost:${port}`;
  const contexts: BrowserContext[] = [];
  return {
    address,
    async newPage(options = {}) {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: options.width ?? 1280, height: options.height ?? 740 },
        locale: options.language === 'en' ? 'en-GB' : 'es-GT',
        javaScriptEnabled: options.javaScript ?? true,
        hasTouch: options.touch ?? false,
        isMobile: options.touch ?? false,
        forcedColors: options.forcedColors ? 'active' : 'none',
        timezoneId: options.timeZone,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      watch(page);
      if (options.network === 'slow') await slowDown(page);
      return page;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await app.close();
      await browser.close();
      running = undefined;
    },
  };
}

/** Starts API, pages and browser; `close` ends all three. */
export async function startBrowserWeb(
  options: Parameters<typeof startTestWeb>[0] = {},
): Promise<BrowserWeb> {
  const [web] = await Promise.all([startTestWeb(options), theBrowser()]);
  const { address, newPage, close } = await browserAt(web.app);
  const giveCookie: BrowserWeb['giveCookie'] = async (page, name, value) => {
    // A secure cookie is set as from TLS; the browser sends it to localhost all the same.
    const url = address.replace('http:', 'https:');
    const cookie = { name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' } as const;
    await page.context().addCookies([cookie]);
  };
  return {
    ...web,
    address,
    newPage,
    giveCookie,
    async signInAs(page, as) {
      await giveCookie(page, SESSION_COOKIE, await web.sessionOf(as));
    },
    async close() {
      await close();
      await web.close();
    },
  };
}

async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

const troubles = new WeakMap<Page, string[]>();

/** What the browser complained about since the page began: errors, refused resources, breaches of the policy. */
export function troublesOf(page: Page): readonly string[] {
  return troubles.get(page) ?? [];
}

/** Begins anew with what the browser complains about, for a page that goes on to another address. */
export function forgetTroubles(page: Page): void {
  troubles.get(page)?.splice(0);
}

function watch(page: Page): void {
  const list: string[] = [];
  troubles.set(page, list);
  page.on('pageerror', (error) => list.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Pages that refuse or come back with faults say so in their status; the test of the page expects which.
    const isStatus = /Failed to load resource: .* status of (403|404|409|410|422)/.test(
      message.text(),
    );
    if (message.type() === 'error' && !isStatus) list.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') list.push(`request: ${request.url()} ${reason}`);
  });
}
