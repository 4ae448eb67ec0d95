import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button.js';
import { assetAt } from '../../frame/assets.js';

/** A form that `scripts/passkey.ts` shows and fills with the browser's answer. Without script it stays hidden. */
export function PasskeyForm(props: {
  readonly action: string;
  readonly kind: 'new' | 'known';
  readonly options: object;
  readonly button: string;
  /** Said when the person or the browser gave up. */
  readonly failed: string;
  /** Hidden fields of the form. */
  readonly children: ComponentChildren;
}) {
  const { action, kind, options, button, failed, children } = props;
  return (
    <>
      <form
        method="post"
        action={action}
        hidden
        data-passkey={kind}
        data-options={JSON.stringify(options)}
        data-failed={failed}
      >
        {children}
        <input type="hidden" name="respuesta" value="" />
        <p class="govuk-error-message" role="status" data-said />
        <Button kind="secondary">{button}</Button>
      </form>
      <script type="module" src={assetAt('passkey.js')} />
    </>
  );
}
