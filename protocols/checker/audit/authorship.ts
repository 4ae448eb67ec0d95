import type { Act } from '../../core/acts.js';
import { mayActAs, refuseStandIn } from '../../core/competence.js';
import type { Text } from '../../language/text.js';
import type { Model } from '../model.js';
import { asksFor } from '../rules/setters.js';
import { nameEvent, nameStep, t } from '../words.js';
import type { Moment } from './moment.js';
import { secondedBy } from './seconding.js';

/** Every decision has an author, of the institution that fills the role. */
export function auditAuthor({ model, entry, before, report }: Moment): void {
  const { act, actor } = entry;
  if (!isDecision(act)) return;
  if (!actor.institution || !actor.account || actor.institution === 'system') {
    report('INV-A17', t('La decisión no tiene autor.', 'The decision has no author.'));
    return;
  }
  if (act.type === 'run-started' || act.type === 'role-reassigned' || !before) return;
  if (mayActAs(before, model.definition.lead, act, actor.institution)) {
    if (!refuseStandIn(model.definition, before, act)) return;
    report(
      'INV-A17',
      t(
        `${actor.institution} decidió por la función ${act.role}, que nadie cumplía.`,
        `${actor.institution} decided for role ${act.role}, which nobody filled.`,
      ),
    );
    return;
  }
  report(
    'INV-A17',
    t(
      `Actuó ${actor.institution}, que no cumplía la función ${act.role}.`,
      `${actor.institution} acted and did not fill role ${act.role}.`,
    ),
  );
}

/** What a person decides; the rest is time, the system, or follows from a decision in another run. */
function isDecision(act: Act): act is Extract<
  Act,
  {
    type:
      | 'run-started'
      | 'step-completed'
      | 'event-reported'
      | 'share-acknowledged'
      | 'role-reassigned';
  }
> {
  switch (act.type) {
    case 'run-started':
      return act.reroute === undefined;
    case 'event-reported':
      return act.role !== 'system';
    case 'step-completed':
    case 'share-acknowledged':
    case 'role-reassigned':
      return true;
    default:
      return false;
  }
}

/** A decision comes with the data and reasons its form asks for, and they are still there. */
export function auditReasons({ model, entry, before, report }: Moment): void {
  const { answered, kept } = entry;
  // A second person confirms what was answered, and the reasons are there already.
  const asking = secondedBy(model, before, entry.act) ? undefined : askedBy(model, entry.act);
  if (kept && !answered) {
    report(
      'INV-A17',
      t('Hay respuestas que el acto no registró.', 'There are answers the act did not record.'),
    );
  } else if (asking && answered && !kept) {
    report('INV-A17', t('Las respuestas dadas ya no están.', 'The answers given are gone.'));
  } else if (asking && !answered) {
    report(
      'INV-A17',
      t(
        `Se respondió ${asking.es} sin los datos y motivos que pide.`,
        `${asking.en} was answered without the data and reasons it asks for.`,
      ),
    );
  }
}

/** The step or event, by name, whose form cannot be handed in empty with what was chosen. */
function askedBy(model: Model, act: Act): Text | undefined {
  if (act.type === 'step-completed') {
    const step = model.steps.get(act.step);
    return step && asksFor(step, act.outcome) ? nameStep(model, step.id) : undefined;
  }
  if (act.type !== 'event-reported' || act.role === 'system') return undefined;
  const event = model.events.get(act.event);
  return event && asksFor(event, '') ? nameEvent(model, event.id) : undefined;
}
