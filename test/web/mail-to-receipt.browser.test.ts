import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookLoan } from '../fixtures/book-loan.js';
import { type Phone, takePhone } from '../paths/phone.js';
import { startCase } from '../paths/start-case.js';
import { startWorld, type World } from '../paths/world.js';
import { type BrowserAt, browserAt } from '../support/browser/browser.js';
import { bindingsOf, inventedInstitutions } from '../support/door.js';

const LEAD = 'invented-home-library';
const institutions = inventedInstitutions(bookLoan).map((one) => ({
  ...one,
  email: `${one.id}@oficina-inventada.example`,
}));

let world: World;
let browser: BrowserAt;
beforeAll(async () => {
  world = await startWorld({ definitions: [bookLoan], institutions, lead: LEAD });
  browser = await browserAt(world.app);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** The links of the mails about the first task of so many loans. */
async function linksOf(loans: number): Promise<string[]> {
  const lead = await world.officer(LEAD, 'case-lead');
  for (let n = 0; n < loans; n += 1) {
    await startCase(lead, {
      protocol: bookLoan.id,
      country: 'MX',
      facts: { isRare: 'no' },
      institutions: bindingsOf(bookLoan),
    });
  }
  const mails = await world.newMail();
  expect(mails).toHaveLength(loans);
  const texts = await Promise.all(mails.map(({ id }) => world.stage.catcher.get(id)));
  return texts.map(({ text }) => /https?:\/\/\S+/.exec(text)![0]);
}

/** From the page of the task to the receipt. */
async function approve(phone: Phone): Promise<void> {
  const { page } = phone;
  await page.waitForURL(/\/tareas\/\w+\/request\?/);
  await phone.tap('label:has-text("Aceptada")');
  await phone.tap('button[value="revisar"]');
  await page.waitForURL(/\/revisar/);
  await phone.tap('main form button[type="submit"]');
  await page.waitForURL(/\/enviada/);
  expect(await page.locator('.govuk-panel').textContent()).toMatch(/F-\w{5}-\w{5}/);
}

describe('from the mail to the receipt on a telephone', () => {
  it('takes four taps with a session and seven without, and leads to the very task', async () => {
    const [first = '', second = '', third = ''] = await linksOf(3);
    const officer = await world.officer(LEAD, 'officer');
    const phone = await takePhone(browser);

    await phone.follow(first);
    const { searchParams } = new URL(phone.page.url());
    expect(searchParams.get('a')).toBe(new URL(first).pathname);
    await phone.signIn(officer.email);
    await approve(phone);
    const without = phone.taps();

    phone.fresh();
    await phone.follow(second);
    await approve(phone);
    const withSession = phone.taps();
    expect(phone.troubles()).toEqual([]);

    // Somebody with codes, all typed by hand; what the telephone itself fills in needs no tap.
    await officer.open('/cuenta');
    const careful = await takePhone(browser);
    await careful.follow(third);
    const fills = await careful.page
      .locator('main input:not([type=hidden])')
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('autocomplete')));
    expect(fills).toEqual(['username', 'current-password']);
    const secret = officer.codeSecret()!;
    await careful.signIn(officer.email, { secret, now: world.now() });
    await approve(careful);

    console.log(
      `taps from the link of the mail to the receipt: ${withSession} with a session, ${without} without, ${careful.taps()} with codes and everything typed by hand`,
    );
    expect(withSession).toBeLessThanOrEqual(4);
    expect(without).toBeLessThanOrEqual(7);
  });
});
