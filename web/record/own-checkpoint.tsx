import { type Fault, faultOf } from '../components/error-summary.js';
import { TextArea } from '../components/text-area.js';
import type { Visit } from '../frame/visit.js';
import { RECORD } from './words.js';

export const OWN = 'punto';

/** Where somebody pastes the checkpoint they kept. */
export function OwnCheckpoint({
  visit,
  faults,
}: {
  readonly visit: Visit;
  readonly faults: readonly Fault[];
}) {
  const words = RECORD[visit.language];
  return (
    <TextArea
      id={OWN}
      label={words.own}
      hint={words.ownHint}
      optional
      rows={5}
      spellCheck={false}
      error={faultOf(faults, OWN)}
      value={visit.form.get(OWN) ?? ''}
    />
  );
}
