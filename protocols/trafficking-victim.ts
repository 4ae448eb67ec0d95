import type { Definition } from './language/definition.js';
import { known, law, t } from './shared/texts.js';
import { age } from './trafficking-victim/age.js';
import { bestInterests } from './trafficking-victim/best-interests.js';
import { childTransfer } from './trafficking-victim/child-transfer.js';
import { contacts } from './trafficking-victim/contacts.js';
import { decision } from './trafficking-victim/decision.js';
import { disclosure } from './trafficking-victim/disclosure.js';
import { events } from './trafficking-victim/events.js';
import { frame } from './trafficking-victim/frame.js';
import { handover } from './trafficking-victim/handover.js';
import { holds } from './trafficking-victim/holds.js';
import { identification } from './trafficking-victim/identification.js';
import { statusAndJustice } from './trafficking-victim/justice.js';
import type { TraffickingVictimNames } from './trafficking-victim/names.js';
import { papers } from './trafficking-victim/papers.js';
import { plan } from './trafficking-victim/plan.js';
import { protection } from './trafficking-victim/protection.js';
import { recalls } from './trafficking-victim/recalls.js';
import { reception } from './trafficking-victim/reception.js';
import { reintegration } from './trafficking-victim/reintegration.js';
import { risk } from './trafficking-victim/risk.js';
import { tracing } from './trafficking-victim/tracing.js';
import { transfer } from './trafficking-victim/transfer.js';
import { wayOut } from './trafficking-victim/way-out.js';

/**
 * The protocol for a trafficking victim, adult or child: protection first, a period without decisions, a return only
 * on the person's own decision or in a child's best interests, and nothing said to the country of origin before that
 * is authorised. Texts name no reason, because institutions outside the closed list read titles and notices too.
 */
export const traffickingVictim: Definition<TraffickingVictimNames> = {
  language: 1,
  id: 'trafficking-victim',
  version: 1,
  regime: 'victim',
  title: t('Persona con manejo protegido', 'Person under protected handling'),
  purpose: t(
    'Que la persona esté a salvo, se recupere y decida libremente, y que nadie sepa de ella sin su autorización.',
    'That the person is safe, recovers and decides freely, and that nobody learns of them without their authorisation.',
  ),
  population: t(
    'Personas adultas, niñas y niños con indicios que piden manejo protegido.',
    'Adults and children with signs that call for protected handling.',
  ),
  legalBasis: [
    law('Palermo Protocol art. 8'),
    known('Palermo Protocol art. 6'),
    law('MX LGPSEDMTP arts. 3, 76, 78, 79'),
    law('MX LM arts. 111-133'),
    law('CR Law 9095 art. 2(b)'),
    known('CRM guidelines on preliminary identification, 2013'),
    law('GCM objective 21'),
  ],
  ...frame,
  steps: [
    ...identification,
    ...protection,
    ...statusAndJustice,
    ...age,
    ...wayOut,
    ...risk,
    ...decision,
    ...disclosure,
    ...tracing,
    ...bestInterests,
    ...papers,
    ...plan,
    ...transfer,
    ...childTransfer,
    ...handover,
    ...reception,
    ...contacts,
    ...reintegration,
    ...holds,
    ...recalls,
  ],
  events,
};
