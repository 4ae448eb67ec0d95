import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup } from '../../components/button.js';
import { FieldError } from '../../components/form-group.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import { type Asked, inboxAt } from './asked.js';
import { WORDS } from './words.js';

/** What a fault of the choice leads to: all that can be chosen. */
export const CHOICE = 'elegidas';

/** The form around the tables: who works on the chosen tasks. Nothing else is ever done to many at once. */
export function Choosing(props: {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly fault: string | undefined;
  readonly children: ComponentChildren;
}) {
  const { visit, asked, fault, children } = props;
  const words = WORDS[visit.language];
  return (
    <form method="post" autocomplete="off" action="/tareas" noValidate>
      <FormKey visit={visit} />
      <input type="hidden" name="volver" value={inboxAt(asked, { cursor: asked.cursor })} />
      <fieldset
        class="govuk-fieldset"
        id={CHOICE}
        aria-label={words.choose}
        tabIndex={-1}
        {...(fault ? { 'aria-describedby': `${CHOICE}-error` } : {})}
      >
        {fault && <FieldError id={CHOICE} error={fault} />}
        {children}
      </fieldset>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words.bulk}</legend>
        <p class="govuk-hint">{words.bulkHint}</p>
        <ButtonGroup>
          <Button kind="secondary" name="accion" value="tomar">
            {words.take}
          </Button>
          <Button kind="secondary" name="accion" value="soltar">
            {words.release}
          </Button>
        </ButtonGroup>
      </fieldset>
    </form>
  );
}
