import { afterAll, beforeAll, expect, it } from 'vitest';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import { institutionsOf } from '../../rehearsal/invented-institutions.js';
import { browserAt } from '../support/browser/browser.js';
import { readByPhone } from './answer-by-phone.js';
import { type Decisions, decidedBy, liveCase, storyOf } from './live-case.js';
import { startCase } from './start-case.js';
import { startWorld, type World } from './world.js';

const institutions = institutionsOf(adultDeportee);
const lead = `inventada-${adultDeportee.lead.toLowerCase()}`;

let world: World;
beforeAll(async () => {
  world = await startWorld({ definitions: [adultDeportee], institutions, lead });
}, 120_000);
afterAll(() => world?.stop());

/** What the people of the case decide, by step. */
const DECISIONS: Decisions = {
  'apprehension-record': { outcome: 'ordered' },
  'inform-rights': { outcome: 'informed' },
  'consular-notification': { outcome: 'sent' },
  // Left lying until it is overdue and a supervisor hears of it.
  'legal-assistance': ['not-now', 'not-now', 'not-now', { outcome: 'appointed' }],
  'individual-screening': { outcome: 'none' },
  'individual-assessment': { outcome: 'complete' },
  'non-refoulement-assessment': { outcome: 'clear' },
  'voluntary-return-offer': { outcome: 'declines' },
  'removal-decision': { outcome: 'removal' },
  'stay-limit': 'not-now',
  'notify-decision': { outcome: 'notified' },
  // Nobody files a remedy and nobody waives it: the window closes by itself.
  'appeal-window': 'not-now',
  'family-unity-check': { outcome: 'together' },
  'readmission-application': { outcome: 'sent' },
  'nationality-verification': [{ outcome: 'rfi' }, { outcome: 'confirmed' }],
  'readmission-information': { outcome: 'supplied' },
  'travel-document': { outcome: 'issued' },
  'individual-clearance': { outcome: 'cleared' },
  'manifest-proposal': { outcome: 'sent', inDays: 5, atHour: 10 },
  'manifest-acceptance': { outcome: 'accepted' },
  'vulnerable-advance-notice': { outcome: 'no-needs' },
  'criminal-information-notice': { outcome: 'not-needed' },
  'belongings-and-papers': { outcome: 'signed' },
  'monitor-notice': { outcome: 'notified' },
  'fit-to-travel': { outcome: 'fit' },
  'pre-departure-check': { outcome: 'cleared' },
  departure: { outcome: 'left' },
  arrival: { outcome: 'arrived' },
  'handover-reception-act': { outcome: 'accepted' },
  'reception-registration': { outcome: 'registered' },
  'reception-immediate-assistance': { outcome: 'given' },
  'reception-screening': { outcome: 'none' },
  'identity-documentation': { outcome: 'issued' },
  'onward-transport': { outcome: 'gone' },
  'reintegration-offer': { outcome: 'accepts' },
  'needs-and-skills-assessment': { outcome: 'assessed' },
  'reintegration-plan': { outcome: 'agreed' },
  referral: { outcome: 'accepted' },
  'support-disbursement': { outcome: 'delivered' },
  'follow-up-visit': { outcome: 'fine' },
  'sustainability-score': { outcome: 'at-threshold' },
  closure: { outcome: 'goal-met' },
};

it('an adult is taken through the pages alone from the start to the closure', async () => {
  const person = await world.officer(lead, 'case-lead');
  const browser = await browserAt(world.app);
  const address = await startCase(person, {
    protocol: adultDeportee.id,
    country: 'HN',
    institutions: { CON: 'inventada-con' },
  });
  const lived = await liveCase(world, {
    lead: person,
    address,
    decide: decidedBy(DECISIONS),
    first: await readByPhone(browser, world),
    longest: 400,
  });
  await browser.close();
  console.log(storyOf('adult-deportee', lived, world));
  expect(lived.ended).toContain('Meta alcanzada');
  const folios = lived.trail.flatMap(({ folio }) => folio ?? []);
  expect(new Set(folios).size).toBe(folios.length);
  expect(folios.length).toBeGreaterThan(45);
  // Every notice was found in the mail; of deadlines that went, calendars may be told later still.
  const [notices] = await world.stage.database.db.sql<{ sent: number }[]>`
    select count(*)::int as sent from notices where state = 'sent'`;
  expect(lived.mails).toBeGreaterThanOrEqual(notices!.sent);
  const readers = new Set(lived.trail.map(({ reader }) => reader));
  expect(readers).toContain('supervisor.inventada-legal');
  expect(readers.size).toBeGreaterThan(15);
}, 300_000);
