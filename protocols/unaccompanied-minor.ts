import type { Definition } from './language/definition.js';
import { law, t } from './shared/texts.js';
import { arrangements } from './unaccompanied-minor/arrangements.js';
import { bestInterests } from './unaccompanied-minor/best-interests.js';
import { closing } from './unaccompanied-minor/closing.js';
import { decision } from './unaccompanied-minor/decision.js';
import { detection } from './unaccompanied-minor/detection.js';
import { events } from './unaccompanied-minor/events.js';
import { family } from './unaccompanied-minor/family.js';
import { familyLinks } from './unaccompanied-minor/family-links.js';
import { frame } from './unaccompanied-minor/frame.js';
import { handover } from './unaccompanied-minor/handover.js';
import { holds } from './unaccompanied-minor/holds.js';
import { identity } from './unaccompanied-minor/identity.js';
import type { MinorNames } from './unaccompanied-minor/names.js';
import { preparation } from './unaccompanied-minor/preparation.js';
import { protection } from './unaccompanied-minor/protection.js';
import { recalls } from './unaccompanied-minor/recalls.js';
import { reception } from './unaccompanied-minor/reception.js';
import { reintegration } from './unaccompanied-minor/reintegration.js';
import { screening } from './unaccompanied-minor/screening.js';
import { transfer } from './unaccompanied-minor/transfer.js';

/**
 * The protocol for an unaccompanied or separated child: protection first, a return only where an independent panel
 * finds it best for this child, escorted the whole way and handed over to child protection of the receiving country.
 */
export const unaccompaniedMinor: Definition<MinorNames> = {
  language: 1,
  id: 'unaccompanied-minor',
  version: 1,
  regime: 'child',
  title: t(
    'Niñas, niños y adolescentes no acompañados o separados',
    'Unaccompanied and separated children',
  ),
  purpose: t(
    'Que cada niña o niño esté protegido y que solo vuelva si una determinación independiente dice que es lo mejor.',
    'That every child is protected, and returns only if an independent determination finds it best.',
  ),
  population: t(
    'Personas menores de 18 años, o en duda, sin madre, padre ni quien las cuide, e hijas e hijos de personas deportadas.',
    'Persons under 18, or in doubt, without a parent or carer, and children of deported adults.',
  ),
  legalBasis: [
    law('MX LM arts. 20, 68, 74, 111-125'),
    law('MX LGDNNA arts. 92-100, 122'),
    law('MX LRPCAP arts. 6-7, 20-21'),
    law('TVPRA 2008 s. 235'),
    law('A/RES/64/142'),
    law('GCM objective 21(g)'),
  ],
  ...frame,
  steps: [
    ...detection,
    ...protection,
    ...screening,
    ...identity,
    ...family,
    ...bestInterests,
    ...decision,
    ...preparation,
    ...arrangements,
    ...transfer,
    ...handover,
    ...reception,
    ...reintegration,
    ...closing,
    ...holds,
    ...recalls,
  ],
  events,
  family: familyLinks,
  seat: { date: 'departure', calledOff: 'rescheduled' },
};
