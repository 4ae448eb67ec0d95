import { askDataMeasure, dataMeasuresOf, decideMeasure } from '../../../api/runs/data-measures.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { institutionIn } from '../../../api/views/words.js';
import {
  type DataMeasure,
  MEASURE_GROUNDS,
  MEASURE_KINDS,
} from '../../../db/queries/data-measures.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { Radios } from '../../components/choices.js';
import { ErrorSummary, type Fault, faultOf } from '../../components/error-summary.js';
import { SummaryList } from '../../components/summary-list.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey, getKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { mayIn, openCase } from '../case/open-case.js';
import { DATA } from './words.js';

const HERE = '/datos';

/** What was decided about the data of a case's person, what waits for somebody's decision, and how to ask. */
export async function measuresPage(visit: Visit): Promise<Answer> {
  return showMeasures(visit, await openCase(visit, 'data.list'), []);
}

/** Asks for a measure; nothing happens before somebody else approves it. */
export async function askForIt(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'data.ask');
  const words = DATA[visit.language].measures;
  const kind = MEASURE_KINDS.find((one) => one === visit.form.get('medida'));
  const ground = MEASURE_GROUNDS.find((one) => one === visit.form.get('motivo'));
  const faults: Fault[] = [
    ...(kind ? [] : [{ text: words.chooseKind, field: 'medida' }]),
    ...(ground ? [] : [{ text: words.chooseGround, field: 'motivo' }]),
  ];
  const key = getKey(visit.form);
  if (!kind || !ground) return showMeasures(visit, opened, faults);
  await askDataMeasure(opened, key, { kind, ground });
  return { to: casePath(opened.run.id, HERE) };
}

/** Decides a measure somebody else asked for. */
export async function decideIt(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'data.decide');
  const id = visit.params.measure ?? '';
  const decision = visit.form.get('decision');
  if (decision !== 'approved' && decision !== 'refused') {
    const text = DATA[visit.language].measures.chooseDecision;
    return showMeasures(visit, opened, [{ text, field: `decision-${id}` }]);
  }
  await decideMeasure(opened, id, decision);
  return { to: casePath(opened.run.id, HERE) };
}

async function showMeasures(
  visit: Visit,
  opened: OpenRun,
  faults: readonly Fault[],
): Promise<Shown> {
  const { run, language, access } = opened;
  const words = DATA[language].measures;
  const measures = await dataMeasuresOf(opened);
  const back = mayIn(opened, 'case.read') ? casePath(run.id) : `/tareas/${run.id}`;
  const content = (
    <>
      <BackLink href={back} text={words.back} />
      <ErrorSummary faults={faults} />
      <span class="govuk-caption-l">{caseKeyOf(run.id)}</span>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.about}</p>
      {measures.length === 0 && <p class="govuk-body">{words.none}</p>}
      {measures.map((measure) => (
        <section class="rt-sheet">
          <Measure opened={opened} measure={measure} />
          {measure.decision === null &&
            (measure.askedAccount === access.account ? (
              <p class="govuk-body">{words.ownOne}</p>
            ) : mayIn(opened, 'data.decide') ? (
              <Decide {...{ visit, measure, faults }} />
            ) : (
              <p class="govuk-body">{words.needsOther}</p>
            ))}
        </section>
      ))}
      {mayIn(opened, 'data.ask') && <Ask {...{ visit, opened, faults }} />}
    </>
  );
  const title = `${words.title} – ${caseKeyOf(run.id)}`;
  return { title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

function Measure({ opened, measure }: { opened: OpenRun; measure: DataMeasure }) {
  const { language, access, context } = opened;
  const words = DATA[language].measures;
  const { kind, ground, decision, decidedInstitution, decidedAt, reviewOn } = measure;
  const name = (id: string) => institutionIn(context.door.directory, id, language).title;
  const moment = (at: Date) => momentOf(at.getTime(), access.timeZone, language);
  const state =
    decision === null
      ? words.waiting
      : words[decision](name(decidedInstitution ?? ''), decidedAt ? moment(decidedAt) : '');
  return (
    <>
      <h2 class="govuk-heading-m">{words.kinds[kind]}</h2>
      <SummaryList
        rows={[
          { key: words.ground, value: words.grounds[ground] },
          {
            key: words.asked,
            value: `${name(measure.askedInstitution)}, ${moment(measure.askedAt)}`,
          },
          { key: words.state, value: state },
          { key: words.review, value: reviewOn },
        ]}
      />
    </>
  );
}

function Decide(props: {
  readonly visit: Visit;
  readonly measure: DataMeasure;
  readonly faults: readonly Fault[];
}) {
  const { visit, measure, faults } = props;
  const words = DATA[visit.language].measures;
  const { id, kind } = measure;
  return (
    <form
      method="post"
      autocomplete="off"
      action={casePath(visit.params.run ?? '', `${HERE}/${id}/decidir`)}
      noValidate
    >
      <FormKey visit={visit} />
      <p class="govuk-body">{words.consequences[kind]}</p>
      <Radios
        id={`decision-${id}`}
        name="decision"
        label={words.decide}
        error={faultOf(faults, `decision-${id}`)}
        items={[
          { value: 'approved', label: words.approve[kind] },
          { value: 'refused', label: words.refuse },
        ]}
      />
      <Button kind={kind === 'erase' ? 'warning' : 'secondary'}>{words.decideDo}</Button>
    </form>
  );
}

function Ask(props: {
  readonly visit: Visit;
  readonly opened: OpenRun;
  readonly faults: readonly Fault[];
}) {
  const { visit, opened, faults } = props;
  const words = DATA[visit.language].measures;
  const given = (name: string) => visit.form.get(name) ?? '';
  return (
    <form
      method="post"
      autocomplete="off"
      action={casePath(opened.run.id, `${HERE}/pedir`)}
      noValidate
    >
      <FormKey visit={visit} />
      <input type="hidden" name={CONTROLS.key} value={visit.form.get(CONTROLS.key) ?? freshKey()} />
      <h2 class="govuk-heading-m">{words.ask}</h2>
      <Radios
        id="medida"
        label={words.kind}
        value={given('medida')}
        error={faultOf(faults, 'medida')}
        items={MEASURE_KINDS.map((kind) => ({
          value: kind,
          label: words.kinds[kind],
          hint: words.consequences[kind],
        }))}
      />
      <Radios
        id="motivo"
        label={words.ground}
        value={given('motivo')}
        error={faultOf(faults, 'motivo')}
        items={MEASURE_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))}
      />
      <Button>{words.askDo}</Button>
    </form>
  );
}
