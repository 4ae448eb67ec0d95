import { institutionIn } from '../../api/views/words.js';
import { Banner } from '../components/banner.js';
import { Button } from '../components/button.js';
import { FormKey } from '../frame/routes.js';
import type { Redirected, Visit } from '../frame/visit.js';
import { addressFor } from '../people/institution-of.js';
import { type Done, WORDS } from './words.js';

export const PAGE = '/webhooks';

/** The institution's name in the reader's language. */
export function nameOf({ context, language }: Visit, institution: string): string {
  return institutionIn(context.door.directory, institution, language).title;
}

/** Back to a page with what was done. */
export function done(
  visit: Visit,
  institution: string,
  what: Done,
  page: string = PAGE,
): Redirected {
  const to = addressFor(visit, institution, page);
  return { to: `${to}${to.includes('?') ? '&' : '?'}hecho=${what}` };
}

/** Says what was just done. */
export function DoneBanner({ visit }: { visit: Visit }) {
  const words = WORDS[visit.language].done;
  const what = visit.query.get('hecho') ?? '';
  return Object.hasOwn(words, what) ? <Banner kind="success" text={words[what as Done]} /> : null;
}

/** A button that does one thing to one row; `about` names the row to those who do not see it. */
export function RowAct(props: {
  readonly visit: Visit;
  readonly institution: string;
  readonly action: string;
  readonly text: string;
  readonly about: string;
}) {
  const { visit, institution, action, text, about } = props;
  return (
    <form method="post" action={addressFor(visit, institution, action)}>
      <FormKey visit={visit} />
      <Button kind="secondary">
        {text}
        <span class="govuk-visually-hidden">{`: ${about}`}</span>
      </Button>
    </form>
  );
}
