import { type Invariant, MOVING } from '../invariant.js';
import { requireClearing, requireExpiry } from '../rules/clearing.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { nameFact, nameStep, t } from '../words.js';

/** Whoever may say that somebody is a national: not who wants them to leave. */
const IDENTIFIERS = ['CON', 'CIV', 'MFA'];

/**
 * Departure requires the four facts (gates). Identity comes of the person's own State, fitness comes of a health authority and runs out, a document runs out, and
 * what changes the journey takes the window away (setters, expiry, clearing).
 */
export const invA11: Invariant = {
  id: 'INV-A11',
  regimes: MOVING,
  must: t(
    'Nadie sale sin identidad confirmada, documento vigente, constancia médica vigente y una ventana de entrega válida.',
    'Nobody departs without confirmed identity, a valid document, a current fitness certificate and a valid handover window.',
  ),
  source: 'MX LM arts. 111, 119 VI; DR-Haiti protocol 1999',
  check(scope) {
    const { regime } = scope.model.definition;
    requireGate(scope, {
      effect: 'departs',
      facts: ['identityConfirmed', 'travelDocValid', 'fitToTravel', 'windowValid'],
    });
    requireSetter(scope, {
      fact: 'identityConfirmed',
      outcomes: ['confirmed', ...(regime === 'voluntary' ? ['issued', 'own-papers'] : [])],
      ...(regime === 'voluntary'
        ? { plain: true as const }
        : { anyKind: IDENTIFIERS, renewed: 'refusals' as const }),
    });
    requireSetter(scope, {
      fact: 'travelDocValid',
      outcomes: ['issued', 'own-papers'],
      plain: true,
      reasons: true,
    });
    requireSetter(scope, {
      fact: 'fitToTravel',
      outcomes: ['fit', 'fit-with-escort', 'ready', 'ready-without-escort'],
      kinds: ['HEA'],
      side: 'sending',
      reasons: true,
      renewed: true,
    });
    requireSetter(scope, {
      fact: 'windowValid',
      outcomes: ['sent', 'inside-window', 'agreed', 'booked'],
      ...(regime === 'child' || regime === 'victim' ? {} : { plain: true }),
      side: 'sending',
      reasons: true,
      renewed: true,
    });
    documents(scope);
    const fit = regime === 'voluntary' ? 30 * 24 : 72;
    requireExpiry(scope, 'fitToTravel', { length: fit, unit: 'hours' });
    requireExpiry(scope, 'travelDocValid', { length: 12, unit: 'months' });
    requireClearing(scope, 'medical-hold', ['fitToTravel'], 'anyone');
    requireClearing(scope, 'rescheduled', ['windowValid']);
    requireClearing(scope, 'force-majeure', ['windowValid']);
  },
};

/** Whoever issues documents of the person's own State, or passes on what it issued. */
const ISSUERS = ['CON', 'MFA', 'IOM'];

/** A document the sending authority makes out itself is a safeguard: nobody of the person's State has looked at it. */
function documents(scope: Scope): void {
  const { model } = scope;
  for (const { step, where } of model.setters('travelDocValid')) {
    if (!step || step.safeguard) continue;
    if (model.roles(step).every(({ kind }) => ISSUERS.includes(kind))) continue;
    const fillers = { step: nameStep(model, step.id), fact: nameFact(model, 'travelDocValid') };
    scope.report('set-unguarded', where, fillers);
  }
}
