import type { Definition } from './language/definition.js';
import { known, law, t } from './shared/texts.js';
import { arrival, selfReturn } from './voluntary-return/arrival.js';
import { children } from './voluntary-return/children.js';
import { consent } from './voluntary-return/consent.js';
import { beforeDeparture, departure } from './voluntary-return/departure.js';
import { documents } from './voluntary-return/documents.js';
import { events } from './voluntary-return/events.js';
import { familyLinks } from './voluntary-return/family-links.js';
import { followUp } from './voluntary-return/follow-up.js';
import { frame } from './voluntary-return/frame.js';
import { holds, referrals } from './voluntary-return/holds.js';
import { intake } from './voluntary-return/intake.js';
import type { VoluntaryNames } from './voluntary-return/names.js';
import { preparation, prepare } from './voluntary-return/preparation.js';
import { recalls } from './voluntary-return/recalls.js';
import { reintegration } from './voluntary-return/reintegration.js';
import { screening } from './voluntary-return/screening.js';
import { staying, withdrawal } from './voluntary-return/staying.js';

/**
 * The protocol for a person who asks for help to go home, and for one who came home on their own: an informed and
 * free decision that may be taken back at every hour until the arrival, a safe journey, and a year of reintegration.
 */
export const voluntaryReturn: Definition<VoluntaryNames> = {
  language: 1,
  id: 'voluntary-return',
  version: 1,
  regime: 'voluntary',
  title: t('Retorno voluntario asistido', 'Assisted voluntary return'),
  purpose: t(
    'Que volver sea una decisión libre e informada, que pueda cambiarse sin consecuencias, y que el regreso sea seguro y duradero.',
    'That going home is a free and informed decision which may be changed without consequence, and that the return is safe and lasting.',
  ),
  population: t(
    'Personas adultas y familias que piden ayuda para volver, y personas que ya volvieron por sus propios medios.',
    'Adults and families who ask for help to return, and people who already came home on their own.',
  ),
  legalBasis: [
    law('GCM objective 21(b)'),
    law('MX LM arts. 118-119'),
    law('IOM AVRR framework'),
    law('MX LRPCAP art. 21'),
    known('UDHR art. 13'),
  ],
  ...frame,
  steps: [
    ...intake,
    ...screening,
    ...children,
    ...consent,
    ...prepare,
    ...staying,
    ...documents,
    ...preparation,
    ...beforeDeparture,
    ...withdrawal,
    ...departure,
    ...arrival,
    ...selfReturn,
    ...reintegration,
    ...followUp,
    ...referrals,
    ...holds,
    ...recalls,
  ],
  events,
  family: familyLinks,
  seat: { date: 'departure', calledOff: 'rescheduled' },
};
