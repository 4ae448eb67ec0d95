import { detailOf, refused } from '../../../api/errors.js';
import { findDraftOf } from '../../../api/runs/drafts.js';
import { ownCompletions } from '../../../api/runs/own-answers.js';
import { signerRoles, vacantRoles } from '../../../api/runs/pick-role.js';
import { isOpen } from '../../../api/runs/step-record.js';
import { requestsOf } from '../../../api/runs/step-requests.js';
import { findUnconfirmed } from '../../../api/runs/unconfirmed.js';
import type { StepDetailView } from '../../../api/schemas/steps.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { stepDetail } from '../../../api/views/step-detail.js';
import { countEvidence } from '../../../db/queries/evidence.js';
import { BackLink } from '../../components/back-link.js';
import { Banner } from '../../components/banner.js';
import { Due } from '../../components/due.js';
import { ErrorSummary, type Fault } from '../../components/error-summary.js';
import { Warning } from '../../components/warning.js';
import { ConsentTexts } from '../../consents/consent-texts.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { ExplainedTask } from '../../help/explain/explained-task.js';
import { HandsPart } from '../hands/hands-part.js';
import { readHands } from '../hands/read-hands.js';
import { WORDS as HANDS } from '../hands/words.js';
import { AskPart } from '../requests/ask-part.js';
import { openTask, type Task } from '../task.js';
import { ANSWER_FORM, AnswerForm } from './answer-form.js';
import { ClosedPart, readClosed } from './closed-part.js';
import { EarlierPart } from './earlier-part.js';
import { Facts } from './facts.js';
import { type Filled, filledFrom, nameOf } from './filled.js';
import { OtherDraft } from './other-draft.js';
import { PeopleDataPart, readPeopleData } from './people-data.js';
import { SecondPart } from './second-part.js';
import { WORDS } from './words.js';

/** What a form that comes back brings along. */
export interface CameBack {
  readonly filled: Filled;
  readonly faults: readonly Fault[];
  /** Somebody else saved another draft meanwhile. */
  readonly conflict?: true;
}

/** A task: what is asked, on what ground, until when, what silence means; the data it may show; the form. */
export async function stepPage(visit: Visit): Promise<Shown> {
  return showTask(visit, await openTask(visit, 'step.read'));
}

/** The page of a task already opened, with a form that came back if one did. */
export async function showTask(visit: Visit, task: Task, back?: CameBack): Promise<Shown> {
  const { language, context } = visit;
  const words = WORDS[language];
  const { opened, step, record, place } = task;
  const open = isOpen(record);
  const detail = stepDetail(opened, step, record);
  const draft = open ? await findDraftOf(opened, step, record) : undefined;
  const faults = back?.faults ?? [];
  const other = back?.conflict && draft;
  const given = back?.filled ?? (await filledFrom(visit, draft));
  // What the other one saved is shown now, so saving once more replaces it knowingly.
  const filled = other ? { ...given, known: other.savedAt.getTime() } : given;
  const closed = open ? undefined : await readClosed(visit, task, detail);
  const unconfirmed = open ? await findUnconfirmed(opened, step, place) : undefined;
  const earlier = await ownCompletions(opened, step.id);
  const vacant = open ? vacantRoles(opened, step) : [];
  const isForOthers = vacant.length > 0 && vacant.length === signerRoles(opened, step).length;
  const content = (
    <>
      <BackLink href="/tareas" text={words.back} />
      <ErrorSummary faults={faults} />
      {visit.query.get('manos') === 'no' && <Banner text={HANDS[language].changed} />}
      {other && (
        <OtherDraft {...{ visit, task, draft: other }} name={await nameOf(visit, other.savedBy)} />
      )}
      <span class="govuk-caption-l">{detail.protocol.title}</span>
      <h1 class="govuk-heading-l">{detail.title}</h1>
      {open && <Due due={detail.due} />}
      {opened.run.rehearsal && <Warning>{words.rehearsal}</Warning>}
      {closed && <ClosedPart visit={visit} closed={closed} />}
      {vacant.map((refusal) => (
        <Warning>{detailOf(refused(refusal), language)}</Warning>
      ))}
      {record.status === 'suspended' && <Suspended detail={detail} words={words} />}
      {open && <HandsPart visit={visit} task={task} hands={await readHands(visit, task)} />}
      <h2 class="govuk-heading-m">{words.asked}</h2>
      <p class="govuk-body">{detail.instructions ?? words.noText}</p>
      <Facts visit={visit} task={task} detail={detail} />
      {open && <ExplainedTask opened={opened} step={step.id} />}
      <PeopleDataPart
        visit={visit}
        data={await readPeopleData(visit, opened)}
        form={open ? ANSWER_FORM : undefined}
      />
      <EarlierPart visit={visit} task={task} earlier={earlier} />
      {open && <ConsentTexts opened={opened} step={step} />}
      <SecondPart visit={visit} task={task} given={unconfirmed} />
      {open && !isForOthers && (
        <AnswerForm
          {...{ visit, task, detail, filled, faults }}
          files={await countEvidence(context.door.db, place)}
        />
      )}
      <AskPart
        {...{ visit, task }}
        requests={await requestsOf(opened, step.id)}
        answered={earlier.length > 0}
      />
    </>
  );
  return {
    title: `${detail.title} – ${caseKeyOf(place.run)}`,
    content,
    ...(faults.length > 0 ? { faulty: true } : {}),
    ...(other ? { status: 409 } : {}),
  };
}

function Suspended(props: {
  readonly detail: StepDetailView;
  readonly words: (typeof WORDS)['es'];
}) {
  const { detail, words } = props;
  return (
    <>
      <Warning>{words.suspended}</Warning>
      <ul class="govuk-list govuk-list--bullet">
        {(detail.why ?? []).map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  );
}
