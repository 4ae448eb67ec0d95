import { children } from './children.js';
import { consents } from './consents.js';
import { deciders } from './deciders.js';
import { events } from './events.js';
import { flow } from './flow.js';
import { hostileAftermath } from './hostile-aftermath.js';
import { hostileConsents } from './hostile-consents.js';
import { hostileInstitutions } from './hostile-institutions.js';
import { hostileJourney } from './hostile-journey.js';
import { hostilePeople } from './hostile-people.js';
import { hostileProtection } from './hostile-protection.js';
import { lowering } from './lowering.js';
import type { Operator } from './mutant.js';
import { people } from './people.js';
import { recalls } from './recalls.js';
import { referrals } from './referrals.js';
import { requirements } from './requirements.js';
import { seats } from './seats.js';
import { settings } from './settings.js';
import { shares } from './shares.js';
import { silence } from './silence.js';
import { time } from './time.js';
import { transit } from './transit.js';

/** Every way in which the examiner of the checker breaks a definition. */
export const OPERATORS: readonly Operator[] = [
  ...requirements,
  ...silence,
  ...settings,
  ...events,
  ...transit,
  ...time,
  ...shares,
  ...lowering,
  ...children,
  ...people,
  ...consents,
  ...seats,
  ...recalls,
  ...referrals,
  ...deciders,
  ...flow,
  ...hostileInstitutions,
  ...hostileJourney,
  ...hostilePeople,
  ...hostileProtection,
  ...hostileConsents,
  ...hostileAftermath,
];
