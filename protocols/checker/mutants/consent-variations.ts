import type { Definition } from '../../language/definition.js';
import type { Text } from '../../language/text.js';
import { editSteps } from './edit.js';
import type { Broken, Operator } from './mutant.js';

const harmless = (at: string, definition: Definition): Broken => ({ at, expects: [], definition });
const said = ({ es, en }: Text): Text => ({ es: `${es} (otra vez)`, en: `${en} (again)` });

/** What is read aloud may be said in other words; the digest of the record then differs, the safeguard does not. */
export const otherConsents: Operator = {
  id: 'other-consents',
  says: 'consents in other words, asked of one kind of person less',
  *breaks(definition) {
    const { consents } = definition;
    if (!consents) return;
    yield harmless('texts', {
      ...definition,
      consents: consents.map((one) => ({ ...one, title: said(one.title), text: said(one.text) })),
    });
    yield harmless(
      'no-representative',
      editSteps(definition, (step) => ({
        ...step,
        ...(step.form
          ? {
              form: step.form.map((field) =>
                field.id === 'consent-whose'
                  ? {
                      ...field,
                      options: field.options!.filter(({ id }) => id !== 'representative'),
                    }
                  : field,
              ),
            }
          : {}),
      })),
    );
  },
};
