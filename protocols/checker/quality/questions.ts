import type { Field } from '../../language/form.js';
import type { Quality } from '../invariant.js';
import { list, nameStep, t } from '../words.js';

/** What a person should tell once: who they are, their family, their health, what they can do. */
const TOLD_ONCE = ['D1', 'D3', 'D4', 'D5b', 'D11'];

/** A required question with the same words and of the same category in two steps that do not stand in for each other. */
export const questions: Quality = {
  id: 'QUESTION-TWICE',
  must: t('A nadie se le pregunta dos veces lo mismo.', 'Nobody is asked the same thing twice.'),
  check({ model, report }) {
    const asked = new Map<string, { field: Field; steps: string[] }>();
    for (const step of model.definition.steps) {
      for (const field of step.form ?? []) {
        if (field.required !== true || !TOLD_ONCE.includes(field.category)) continue;
        const key = `${field.category} ${field.label.es}`;
        const known = asked.get(key);
        if (!known) asked.set(key, { field, steps: [step.id] });
        // A field kept under the same id is the same question at another turn of the run.
        else if (known.field.id !== field.id) known.steps.push(step.id);
      }
    }
    for (const { field, steps } of asked.values()) {
      if (steps.length < 2) continue;
      report('question-twice', `steps/${steps[1]}/form`, {
        question: field.label,
        steps: list(steps.map((id) => nameStep(model, id))),
      });
    }
  },
};

/** Shares of a category no form of the protocol asks for: the recipient would get nothing. */
export const uncollected: Quality = {
  id: 'SHARE-UNCOLLECTED',
  must: t(
    'Solo se envían datos que alguien recogió.',
    'Only data that somebody collected is shared.',
  ),
  check({ model, report }) {
    const forms = [...model.definition.steps, ...model.definition.events];
    const collected = new Set(
      forms.flatMap(({ form }) => (form ?? []).map(({ category }) => category)),
    );
    for (const step of model.definition.steps) {
      for (const share of step.shares ?? []) {
        for (const category of share.categories) {
          if (collected.has(category)) continue;
          report('share-uncollected', `steps/${step.id}/shares/${share.id}/categories`, {
            step: nameStep(model, step.id),
            to: share.to,
            category,
          });
        }
      }
    }
  },
};
