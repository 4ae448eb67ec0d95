import type { Page } from 'playwright-core';
import { codeAt } from '../../accounts/totp.js';
import type { BrowserAt } from '../support/browser/browser.js';
import { troublesOf } from '../support/browser/browser.js';
import { PASSWORD } from './officer.js';

/** A small telephone in somebody's hand; every tap is counted. */
export interface Phone {
  readonly page: Page;
  taps(): number;
  /** Counts what is tapped from now on. */
  fresh(): void;
  /** Taps the first that is shown. */
  tap(selector: string): Promise<void>;
  /** Taps a field and types. */
  type(selector: string, text: string): Promise<void>;
  /** Taps the link of a mail. */
  follow(link: string): Promise<void>;
  /** Types address and password, and the code of the telephone where it is asked for. */
  signIn(email: string, code?: { secret: string; now: number }): Promise<void>;
  /** What the browser complained about: errors, refused resources, breaches of the policy. */
  troubles(): readonly string[];
}

/** Takes a telephone of 360 × 740 in hand. */
export async function takePhone({ newPage }: BrowserAt): Promise<Phone> {
  const page = await newPage({ width: 360, height: 740, touch: true });
  let taps = 0;
  const tap = async (selector: string): Promise<void> => {
    taps += 1;
    await page.locator(selector).first().tap();
  };
  const type = async (selector: string, text: string): Promise<void> => {
    await tap(selector);
    await page.locator(selector).first().fill(text);
  };
  return {
    page,
    tap,
    type,
    taps: () => taps,
    fresh() {
      taps = 0;
    },
    async follow(link) {
      taps += 1;
      await page.goto(new URL(link, 'http://localhost').pathname);
    },
    async signIn(email, code) {
      await type('input[name=correo]', email);
      await type('input[name=clave]', PASSWORD);
      await tap('main form button[type=submit]');
      if (!code) return;
      await page.waitForURL('**/entrar/segundo');
      // The next one: the one before may have been used up in another browser.
      await type('input[name=codigo]', codeAt(code.secret, code.now + 30_000));
      await tap('main form button[type=submit]');
    },
    troubles: () => troublesOf(page),
  };
}
