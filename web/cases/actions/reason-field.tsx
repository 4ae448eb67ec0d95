import { LONGEST_REASON } from '../../../api/runs/step-requests.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { TextArea } from '../../components/text-area.js';
import { CONTROLS } from '../../forms/names.js';
import type { Visit } from '../../frame/visit.js';
import { reasonFault } from '../../tasks/requests/reason-fault.js';
import { WORDS as REQUESTS } from '../../tasks/requests/words.js';
import { ACTIONS } from './words.js';

const NAME = CONTROLS.reason;

/** Why somebody acts: asked of every action of a lead, kept with the act. */
export function ReasonField({ visit, faults }: { visit: Visit; faults: readonly Fault[] }) {
  const words = ACTIONS[visit.language];
  return (
    <TextArea
      id={NAME}
      label={words.why}
      hint={words.whyHint}
      value={visit.form.get(NAME) ?? ''}
      error={faultOf(faults, NAME)}
      rows={3}
      limit={LONGEST_REASON}
    />
  );
}

/** The reason a form brings, with what is wrong with it. */
export function readReason({ form, language }: Visit): { reason: string; faults: Fault[] } {
  const reason = (form.get(NAME) ?? '').replace(/\r\n?/g, '\n');
  const text = reasonFault(reason, language, REQUESTS[language].noReason);
  return { reason, faults: text === undefined ? [] : [{ text, field: NAME }] };
}
