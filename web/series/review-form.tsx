import { LONGEST_REASON } from '../../api/series/holds.js';
import { Button } from '../components/button.js';
import { Radios } from '../components/choices.js';
import { type Fault, faultOf } from '../components/error-summary.js';
import { Select } from '../components/select.js';
import { TextArea } from '../components/text-area.js';
import { CONTROLS } from '../forms/names.js';
import { freshKey } from '../forms/one-time-key.js';
import { FormKey } from '../frame/routes.js';
import type { Visit } from '../frame/visit.js';
import { SERIES } from './words.js';

/** For how many decisions a release may be. */
export const ALLOWANCES = ['5', '10', '20', '50'] as const;

/** What somebody else decides about a held account; what was typed comes back with its faults. */
export function ReviewForm(props: {
  readonly visit: Visit;
  readonly id: string;
  /** Names the account to those who do not see which form they are in. */
  readonly about: string;
  readonly faults: readonly Fault[];
}) {
  const { visit, id, about, faults } = props;
  const words = SERIES[visit.language];
  const isThis = visit.params.hold === id;
  const given = (name: string) => (isThis ? (visit.form.get(name) ?? '') : '');
  return (
    <form method="post" autocomplete="off" action={`/series/${id}/revisar`} noValidate>
      <FormKey visit={visit} />
      <input type="hidden" name={CONTROLS.key} value={given(CONTROLS.key) || freshKey()} />
      <p class="govuk-body">{words.decideAbout}</p>
      <Radios
        id={`decision-${id}`}
        name="decision"
        label={words.decide}
        value={given('decision')}
        error={faultOf(faults, `decision-${id}`)}
        items={[
          { value: 'released', label: words.release },
          { value: 'kept', label: words.keep },
        ]}
      />
      <Select
        id={`cuantas-${id}`}
        name="cuantas"
        label={words.many}
        hint={words.manyHint}
        value={given('cuantas')}
        error={faultOf(faults, `cuantas-${id}`)}
        items={[
          { value: '', label: words.choose },
          ...ALLOWANCES.map((value) => ({ value, label: value })),
        ]}
      />
      <TextArea
        id={`motivo-${id}`}
        name="motivo"
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        limit={LONGEST_REASON}
        value={given('motivo')}
        error={faultOf(faults, `motivo-${id}`)}
      />
      <Button>
        {words.send}
        <span class="govuk-visually-hidden">{`: ${about}`}</span>
      </Button>
    </form>
  );
}
