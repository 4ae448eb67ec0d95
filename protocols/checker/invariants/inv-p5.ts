import { type Invariant, MOVING } from '../invariant.js';
import { nameStep, t } from '../words.js';

/** A field of the category can hold a yes or no or a code only, so there is no template a share could carry. */
export const invP5: Invariant = {
  id: 'INV-P5',
  regimes: MOVING,
  must: t(
    'De la biometría solo viaja si coincide o no, nunca la plantilla.',
    'Of biometrics only whether they match travels, never the template.',
  ),
  source: 'GCM objective 21(c)',
  check({ model, report }) {
    for (const entry of [...model.definition.steps, ...model.definition.events]) {
      for (const field of entry.form ?? []) {
        if (field.category !== 'D3' || field.type === 'boolean' || field.type === 'code') continue;
        const list = model.steps.has(entry.id) ? 'steps' : 'events';
        report('template-kept', `${list}/${entry.id}/form/${field.id}`, {
          step: nameStep(model, entry.id),
          field: field.id,
        });
      }
    }
  },
};
