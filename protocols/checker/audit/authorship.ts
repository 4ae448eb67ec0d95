import { asksFor } from '../rules/setters.js';
import { nameStep, t } from '../words.js';
import type { Moment } from './moment.js';

/** The record has no gap, and no entry was recorded before the one it follows or dated into the future. */
export function auditOrder({ entry, past, report }: Moment): void {
  const before = past.at(-2);
  if (entry.seq !== (before?.seq ?? 0) + 1) {
    report(
      'INV-A17',
      t('Faltan anotaciones antes de esta.', 'Entries are missing before this one.'),
    );
  }
  if (before && entry.recordedAt < before.recordedAt) {
    report(
      'INV-A17',
      t(
        'Se anotó antes que la anotación anterior.',
        'It was recorded before the entry it follows.',
      ),
    );
  }
}

/** Every decision has an author of the institution that fills the role, and the answers its form asks for. */
export function auditDecision({ model, entry, before, report }: Moment): void {
  const { act, actor } = entry;
  if (act.type !== 'step-completed' && act.type !== 'event-reported') return;
  const bySystem = act.type === 'event-reported' && act.role === 'system';
  if (!bySystem && (!actor.institution || !actor.account || actor.institution === 'system')) {
    report('INV-A17', t('La decisión no tiene autor.', 'The decision has no author.'));
  }
  if (act.type !== 'step-completed') return;
  const lead = model.definition.lead;
  const bound = before?.bindings[act.role] ?? before?.bindings[lead];
  const held = before?.steps[act.step]?.open as { holders?: Record<string, string> } | undefined;
  const holder = held?.holders?.[act.role];
  const competent = holder === undefined ? bound : before?.bindings[holder];
  if (competent && competent.institution !== actor.institution) {
    report(
      'INV-A17',
      t(
        `Respondió ${actor.institution} y la función ${act.role} la cumple ${competent.institution}.`,
        `${actor.institution} answered, and role ${act.role} is filled by ${competent.institution}.`,
      ),
    );
  }
  const step = model.steps.get(act.step);
  if (!step || entry.answered || !asksFor(step, act.outcome)) return;
  const name = nameStep(model, step.id);
  report(
    'INV-A17',
    t(
      `Se respondió ${name.es} sin los datos y motivos que pide.`,
      `${name.en} was answered without the data and reasons it asks for.`,
    ),
  );
}
