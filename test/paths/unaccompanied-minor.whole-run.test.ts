import { afterAll, beforeAll, expect, it } from 'vitest';
import { unaccompaniedMinor } from '../../protocols/unaccompanied-minor.js';
import { institutionsOf } from '../../rehearsal/invented-institutions.js';
import { browserAt } from '../support/browser/browser.js';
import { readByPhone } from './answer-by-phone.js';
import { type Decisions, decidedBy, liveCase, storyOf } from './live-case.js';
import { startCase } from './start-case.js';
import { startWorld, type World } from './world.js';

const institutions = institutionsOf(unaccompaniedMinor);
const lead = `inventada-${unaccompaniedMinor.lead.toLowerCase()}`;

let world: World;
beforeAll(async () => {
  world = await startWorld({ definitions: [unaccompaniedMinor], institutions, lead });
}, 120_000);
afterAll(() => world?.stop());

/** What the people of the case decide. */
const DECISIONS: Decisions = {
  'register-child': { outcome: 'registered' },
  'presume-minority': { outcome: 'child' },
  'notify-child-protection': { outcome: 'received' },
  'place-in-care': { outcome: 'imminent-risk' },
  'urgent-measures': { outcome: 'ordered' },
  'urgent-measures-ruling': { outcome: 'ratified' },
  'appoint-guardian': { outcome: 'appointed' },
  'inform-child': { outcome: 'done' },
  'initial-assessment': { outcome: 'done' },
  'trafficking-screening': { outcome: 'none' },
  'international-protection-screening': { outcome: 'none' },
  'immediate-risk-of-return': { outcome: 'clear' },
  'child-interview': { outcome: 'done' },
  'child-view': { outcome: 'recorded' },
  'consular-notification': { outcome: 'sent' },
  'consular-interview': { outcome: 'done' },
  'identity-confirmation': { outcome: 'confirmed' },
  'family-tracing-request': { outcome: 'sent' },
  'family-tracing': { outcome: 'found' },
  'family-assessment': { outcome: 'suitable' },
  'carer-agreement': { outcome: 'agrees' },
  'origin-risk-assessment': { outcome: 'acceptable' },
  'bid-report': { outcome: 'complete' },
  'bid-decision': { outcome: 'return-family' },
  'notify-decision': { outcome: 'notified' },
  // Nobody files a remedy: the window closes by itself.
  'appeal-window': 'not-now',
  'siblings-together': { outcome: 'together' },
  'individual-return-plan': { outcome: 'agreed' },
  'travel-document': { outcome: 'issued' },
  'itinerary-and-window': { outcome: 'inside-window', inDays: 5, atHour: 10 },
  'reception-confirmation': { outcome: 'confirmed' },
  'escort-assignment': { outcome: 'assigned' },
  'prepare-return': { outcome: 'complete' },
  'advance-notice': { outcome: 'sent' },
  'advance-notice-reply': { outcome: 'acknowledged' },
  'fit-to-travel': { outcome: 'fit' },
  'pre-departure-check': { outcome: 'cleared' },
  departure: { outcome: 'left' },
  'transit-log': { outcome: 'arrived' },
  'handover-reception-act': { outcome: 'signed' },
  'reception-immediate-assistance': { outcome: 'done' },
  'reception-notify-child-protection': { outcome: 'received' },
  'reception-screening': { outcome: 'safe' },
  'family-reunification': { outcome: 'handed-to-carer' },
  referral: { outcome: 'accepted' },
  'reintegration-plan': { outcome: 'agreed' },
  'follow-up-visit': { outcome: 'fine' },
  'sustainability-score': { outcome: 'at-threshold' },
  'post-return-report': { outcome: 'sent' },
  // Put off once, then the goal is met.
  closure: [{ outcome: 'not-yet' }, { outcome: 'goal-met' }],
};

it('a child is taken through the pages alone from the start to the closure', async () => {
  const person = await world.officer(lead, 'case-lead');
  const browser = await browserAt(world.app);
  const address = await startCase(person, {
    protocol: unaccompaniedMinor.id,
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
  console.log(storyOf('unaccompanied-minor', lived, world));
  expect(lived.ended).toContain('Meta alcanzada');
  const folios = lived.trail.flatMap(({ folio }) => folio ?? []);
  expect(new Set(folios).size).toBe(folios.length);
  expect(folios.length).toBeGreaterThan(55);
  // Every notice was found in the mail; of deadlines that went, calendars may be told later still.
  const [notices] = await world.stage.database.db.sql<{ sent: number }[]>`
    select count(*)::int as sent from notices where state = 'sent'`;
  expect(lived.mails).toBeGreaterThanOrEqual(notices!.sent);
}, 300_000);
