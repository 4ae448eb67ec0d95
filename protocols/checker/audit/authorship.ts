import type { Act } from '../../core/acts.js';
import { mayActAs } from '../../core/competence.js';
import { asksFor } from '../rules/setters.js';
import { nameStep, t } from '../words.js';
import type { Moment } from './moment.js';

/** Every decision has an author, of the institution that fills the role. */
export function auditAuthor({ model, entry, before, report }: Moment): void {
  const { act, actor } = entry;
  if (!isDecision(act)) return;
  if (!actor.institution || !actor.account || actor.institution === 'system') {
    report('INV-A17', t('La decisión no tiene autor.', 'The decision has no author.'));
    return;
  }
  if (act.type === 'run-started' || act.type === 'role-reassigned' || !before) return;
  if (mayActAs(before, model.definition.lead, act, actor.institution)) return;
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
export function auditReasons({ model, entry, report }: Moment): void {
  const { act, answered, kept } = entry;
  if (answered !== kept) {
    report(
      'INV-A17',
      answered
        ? t('Las respuestas dadas con este acto ya no están.', 'The answers given are gone.')
        : t('Hay respuestas que el acto no registró.', 'There are answers the act did not record.'),
    );
  }
  const step = act.type === 'step-completed' ? model.steps.get(act.step) : undefined;
  if (act.type !== 'step-completed' || !step || answered || !asksFor(step, act.outcome)) return;
  const name = nameStep(model, step.id);
  report(
    'INV-A17',
    t(
      `Se respondió ${name.es} sin los datos y motivos que pide.`,
      `${name.en} was answered without the data and reasons it asks for.`,
    ),
  );
}
