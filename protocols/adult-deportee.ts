import { assessment } from './adult-deportee/assessment.js';
import { boarding } from './adult-deportee/boarding.js';
import { decision } from './adult-deportee/decision.js';
import { documents } from './adult-deportee/documents.js';
import { events } from './adult-deportee/events.js';
import { family, familyLinks } from './adult-deportee/family.js';
import { followUp } from './adult-deportee/follow-up.js';
import { frame } from './adult-deportee/frame.js';
import { handover } from './adult-deportee/handover.js';
import { holds } from './adult-deportee/holds.js';
import { intake } from './adult-deportee/intake.js';
import { manifest } from './adult-deportee/manifest.js';
import type { AdultDeporteeNames } from './adult-deportee/names.js';
import { nationality } from './adult-deportee/nationality.js';
import { recalls } from './adult-deportee/recalls.js';
import { reception } from './adult-deportee/reception.js';
import { reintegration } from './adult-deportee/reintegration.js';
import type { Definition } from './language/definition.js';
import { law, t } from './shared/texts.js';

/**
 * The protocol for an adult whom a State wants to return against their will: individual decision, remedies, safe
 * transfer, reception and a year of reintegration. Base values are those of Mexican law where it gives one.
 */
export const adultDeportee: Definition<AdultDeporteeNames> = {
  language: 1,
  id: 'adult-deportee',
  version: 2,
  regime: 'removal',
  title: t('Persona adulta deportada', 'Adult deportee'),
  purpose: t(
    'Que nadie sea devuelto sin decisión individual, recursos, un traslado seguro y una acogida digna.',
    'That nobody is returned without an individual decision, remedies, a safe transfer and a dignified reception.',
  ),
  population: t(
    'Personas adultas en situación irregular a quienes se inicia un procedimiento de salida.',
    'Adults in an irregular situation for whom a removal procedure is started.',
  ),
  legalBasis: [
    law('MX LM arts. 68-144'),
    law('MX LRPCAP arts. 6, 7, 21'),
    law('MX LFPA arts. 85, 87'),
    law('MX LA arts. 17, 20, 126, 160'),
    law('ICRMW art. 22(1)-(3)'),
    law('VCCR art. 36'),
    law('GCM objective 21'),
  ],
  ...frame,
  steps: [
    ...intake,
    ...assessment,
    ...decision,
    ...family,
    ...nationality,
    ...documents,
    ...manifest,
    ...boarding,
    ...handover,
    ...reception,
    ...reintegration,
    ...followUp,
    ...holds,
    ...recalls,
  ],
  events,
  family: familyLinks,
  seat: {
    date: 'departure',
    calledOff: 'rescheduled',
    protectedWhen: { attribute: 'protectedHandling', is: true },
  },
};
