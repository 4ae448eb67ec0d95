import { ProblemError } from '../../../api/errors.js';
import {
  type FoundCase,
  SEARCH_PURPOSES,
  type SearchPurpose,
  searchDocument,
} from '../../../api/runs/search-document.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { institutionIn } from '../../../api/views/words.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { Radios } from '../../components/choices.js';
import { ErrorSummary, type Fault, faultOf } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { SEARCH } from './words.js';

const NUMBER = 'numero';
const PURPOSE = 'para';

/** The form: an exact number and what the search is for. */
export async function searchPage(visit: Visit): Promise<Answer> {
  return shown(visit, []);
}

/** Searches once and shows what may be told. Nothing is kept of the number, not even in the address. */
export async function searchIt(visit: Visit): Promise<Answer> {
  const { form, language, context } = visit;
  const words = SEARCH[language];
  const number = form.get(NUMBER) ?? '';
  const purpose = SEARCH_PURPOSES.find((one) => one === form.get(PURPOSE));
  const faults: Fault[] = [];
  if (number.trim() === '' || number.length > 80) {
    faults.push({ text: words.writeNumber, field: NUMBER });
  }
  if (!purpose) faults.push({ text: words.choosePurpose, field: PURPOSE });
  if (!purpose || faults.length > 0) return shown(visit, faults);
  try {
    return shown(visit, [], await searchDocument(context, visit, { number, purpose }));
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'rate-limited') throw error;
    return shown(visit, [{ text: words.tooMany, field: NUMBER }]);
  }
}

function shown(visit: Visit, faults: readonly Fault[], found?: readonly FoundCase[]): Shown {
  const { language, form } = visit;
  const words = SEARCH[language];
  return {
    title: words.title,
    ...(faults.length > 0 ? { faulty: true } : {}),
    content: (
      <>
        <BackLink href="/casos" text={words.back} />
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">{words.title}</h1>
        {found && <Found visit={visit} found={found} />}
        <p class="govuk-body">{words.about}</p>
        <form method="post" action="/casos/buscar" autocomplete="off" noValidate>
          <FormKey visit={visit} />
          <Field
            id={NUMBER}
            label={words.number}
            hint={words.numberHint}
            error={faultOf(faults, NUMBER)}
            value={form.get(NUMBER) ?? ''}
            width={20}
          />
          <Radios
            id={PURPOSE}
            label={words.purpose}
            error={faultOf(faults, PURPOSE)}
            value={form.get(PURPOSE) ?? undefined}
            items={SEARCH_PURPOSES.map((value: SearchPurpose) => ({
              value,
              label: words.purposes[value],
            }))}
          />
          <Button>{words.search}</Button>
        </form>
      </>
    ),
  };
}

function Found({ visit, found }: { readonly visit: Visit; readonly found: readonly FoundCase[] }) {
  const { language, context } = visit;
  const words = SEARCH[language];
  const { directory } = context.door;
  return (
    <div class="govuk-inset-text" role="status">
      {found.length === 0 && <p class="govuk-body">{words.nothing}</p>}
      {found.map((one) =>
        'run' in one ? (
          <p class="govuk-body">
            <a class="govuk-link" href={casePath(one.run)}>
              {words.yours(caseKeyOf(one.run))}
            </a>
          </p>
        ) : (
          <p class="govuk-body">
            {words.askThere(institutionIn(directory, one.institution, language).title)}
          </p>
        ),
      )}
    </div>
  );
}
