import type { OpenRun } from '../../../api/runs/open-run.js';
import { askLift, decideLift, stopOrigin } from '../../../api/runs/origin-stop.js';
import { STOP_REASONS, type StopReason } from '../../../protocols/core/stop.js';
import { Button } from '../../components/button.js';
import { Radios } from '../../components/choices.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { getKey } from '../../forms/one-time-key.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { mayIn, openCase } from '../case/open-case.js';
import { ActionKeys, actionPage } from './action-frame.js';
import { ORIGIN } from './origin-words.js';
import { ReasonField, readReason } from './reason-field.js';

const REASON = 'motivo-alto';
const LIFTS = 'levantar';

/** Whether the State of origin is cut off from the case, and what may be done about it now. */
export async function originPage(visit: Visit): Promise<Answer> {
  return ask(visit, await openCase(visit, 'origin.stop'), []);
}

/** Stops at once; or asks that the stop end, where it stands; or decides what another institution asked. */
export async function changeOrigin(visit: Visit): Promise<Answer> {
  const { form, language } = visit;
  const opened = await openCase(visit, 'origin.stop');
  const words = ORIGIN[language];
  const key = getKey(form);
  const { reason: why, faults } = readReason(visit);
  const wanted = form.get('hacer');
  const reason = STOP_REASONS.find((one) => one === form.get(REASON));
  const lifts = form.get(LIFTS);
  if (wanted === 'parar' && !reason) faults.push({ text: words.chooseReason, field: REASON });
  if (wanted === 'decidir' && lifts !== 'si' && lifts !== 'no') {
    faults.push({ text: words.chooseLift, field: LIFTS });
  }
  if (faults.length > 0) return ask(visit, opened, faults);
  if (wanted === 'decidir') await decide(visit, key, lifts === 'si', why);
  else if (wanted === 'pedir') await askLift(opened, key, why);
  else await stopOrigin(opened, key, { reason: reason!, why });
  return { to: casePath(opened.run.id, '/acciones/origen') };
}

async function decide(visit: Visit, key: string, lifts: boolean, why: string): Promise<void> {
  await decideLift(await openCase(visit, 'origin.decide'), key, { lifts, why });
}

function ask(visit: Visit, opened: OpenRun, faults: readonly Fault[]): Shown {
  const { language } = visit;
  const words = ORIGIN[language];
  const { originStop } = opened.run.state;
  return actionPage({
    opened,
    heading: words.title,
    faults,
    children: (
      <form
        method="post"
        autocomplete="off"
        action={casePath(opened.run.id, '/acciones/origen')}
        noValidate
      >
        <ActionKeys visit={visit} />
        <p class="govuk-inset-text">{standing(opened)}</p>
        {!originStop && <Stop visit={visit} faults={faults} />}
        {originStop?.lift && mayIn(opened, 'origin.decide') && (
          <Radios
            id={LIFTS}
            label={words.liftQuestion}
            value={visit.form.get(LIFTS) ?? undefined}
            error={faultOf(faults, LIFTS)}
            items={[
              { value: 'no', label: words.stays },
              { value: 'si', label: words.lifts },
            ]}
          />
        )}
        <What opened={opened} />
        {canAct(opened) && <ReasonField visit={visit} faults={faults} />}
        {canAct(opened) && <Button kind="warning">{labelOf(opened)}</Button>}
      </form>
    ),
  });
}

function Stop({ visit, faults }: { visit: Visit; faults: readonly Fault[] }) {
  const words = ORIGIN[visit.language];
  return (
    <>
      <p class="govuk-body">{words.effect}</p>
      <Radios
        id={REASON}
        label={words.reason}
        value={visit.form.get(REASON) ?? undefined}
        error={faultOf(faults, REASON)}
        items={STOP_REASONS.map((value: StopReason) => ({ value, label: words.reasons[value] }))}
      />
    </>
  );
}

const nextOf = ({ run }: OpenRun): 'parar' | 'pedir' | 'decidir' => {
  const { originStop } = run.state;
  if (!originStop) return 'parar';
  return originStop.lift ? 'decidir' : 'pedir';
};

function What({ opened }: { opened: OpenRun }) {
  return <input type="hidden" name="hacer" value={nextOf(opened)} />;
}

function canAct(opened: OpenRun): boolean {
  return nextOf(opened) !== 'decidir' || mayIn(opened, 'origin.decide');
}

function labelOf(opened: OpenRun): string {
  const words = ORIGIN[opened.language];
  return { parar: words.stop, pedir: words.askLift, decidir: words.decide }[nextOf(opened)];
}

function standing(opened: OpenRun): string {
  const words = ORIGIN[opened.language];
  return { parar: words.free, pedir: words.stopped, decidir: words.asked }[nextOf(opened)];
}
