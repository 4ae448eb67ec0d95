import { say } from '../../api/language.js';
import { withStates } from '../../door/directory.js';
import type { Binding } from '../../protocols/core/state.js';
import { findUnsure } from '../../protocols/language/corridor.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Visit } from '../frame/visit.js';
import { listed } from './case/words.js';
import { SITED } from './sited.js';

/** Which consulates and ministries somebody must look at before they are told of a person; nothing where all are sure. */
export function Unsure(props: {
  readonly definition: Definition;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly visit: Visit;
}) {
  const { definition, bindings, visit } = props;
  const { language, context } = visit;
  const unsure = findUnsure(definition, withStates(context.door.directory, bindings));
  if (unsure.length === 0) return null;
  const titles = definition.roles
    .filter(({ id }) => unsure.includes(id))
    .map(({ title }) => say(title, language));
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-m">{SITED[language].unsure}</h2>
      <p class="govuk-body">{`${listed(titles, language)}. ${SITED[language].hint}`}</p>
    </div>
  );
}
