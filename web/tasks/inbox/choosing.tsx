import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup } from '../../components/button.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import { type Asked, inboxAt } from './asked.js';
import { WORDS } from './words.js';

/** The form around the tables: who works on the chosen tasks. Nothing else is ever done to many at once. */
export function Choosing(props: {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly children: ComponentChildren;
}) {
  const { visit, asked, children } = props;
  const words = WORDS[visit.language];
  return (
    <form method="post" autocomplete="off" action="/tareas" noValidate>
      <FormKey visit={visit} />
      <input type="hidden" name="volver" value={inboxAt(asked, { cursor: asked.cursor })} />
      {children}
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
