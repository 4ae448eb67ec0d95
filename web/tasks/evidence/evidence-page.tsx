import { isUnstorable } from '../../../api/edge/storable.js';
import {
  type DescribedFile,
  dropEvidence,
  evidenceAt,
  LONGEST_DESCRIPTION,
  MOST_FILES,
  openEvidence,
  storeEvidence,
} from '../../../api/runs/evidence.js';
import { isOpen } from '../../../api/runs/step-record.js';
import {
  dropUnfinished,
  readUnfinished,
  unfinishedFiles,
} from '../../../api/runs/unfinished-files.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { namedIn } from '../../../api/views/words.js';
import { cleanFile } from '../../../platform/files/clean-file.js';
import { extensionOf } from '../../../platform/files/file-kind.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { FileField } from '../../components/file-field.js';
import { CONTROLS } from '../../forms/names.js';
import { assetAt } from '../../frame/assets.js';
import { FormWithFiles } from '../../frame/form-with-files.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { openTask, type Task, taskAt } from '../task.js';
import { FileList } from './file-list.js';
import { WORDS } from './words.js';

/** Input that names a file that came piece by piece. */
const UPLOAD = 'carga';

/** The files that go with an answer. */
export async function evidencePage(visit: Visit): Promise<Shown> {
  return showFiles(visit, await openTask(visit, 'step.read'), '', []);
}

/** Adds a file, cleaned and sealed; what is wrong with it is told and what was typed stays. */
export async function addFile(visit: Visit): Promise<Answer> {
  const words = WORDS[visit.language];
  const task = await openTask(visit, 'step.draft');
  const back = { to: taskAt(task.place, '/evidencia') };
  if (!isOpen(task.record)) return back;
  const description = (visit.form.get('muestra') ?? '').trim();
  const { given, upload } = await givenFile(visit, task);
  const cleaned = given ? await admit(visit, given) : ({ fault: 'cut' } as const);
  const faults: Fault[] = [];
  if ('fault' in cleaned) faults.push({ text: words.faults[cleaned.fault], field: 'archivo' });
  const wrong = descriptionFault(description, words);
  if (wrong) faults.push({ text: wrong, field: 'muestra' });
  if ('fault' in cleaned || faults.length > 0) {
    if (!('fault' in cleaned)) return showFiles(visit, task, description, faults, upload);
    if (given && upload) await dropUnfinished(task.opened, upload);
    return showFiles(visit, task, description, faults);
  }
  const { kind, bytes } = cleaned;
  const file = { type: kind.type, bytes, description, upload };
  const added = await storeEvidence(task.opened, task.place, file);
  if (added === 'added' || added === 'not-open') return back;
  const full = { text: words.limits[added], field: 'archivo' };
  return showFiles(visit, task, description, [full], upload);
}

/** The file a form brings, else the one it names, which came piece by piece; that may not be whole. */
async function givenFile({ request, form }: Visit, { opened, place }: Task) {
  const files = request.body instanceof FormWithFiles ? request.body.files : new Map();
  const given: Buffer = (files.get('archivo') ?? [])[0] ?? Buffer.alloc(0);
  const upload = form.get(UPLOAD);
  if (given.length > 0 || !upload) return { given };
  const digest = form.get('huella') ?? undefined;
  return { given: await readUnfinished(opened, place, upload, digest), upload };
}

/** Cleans a file, and has what it was before looked into: nothing is stored that nobody looked at. */
async function admit({ context }: Visit, given: Buffer) {
  const cleaned = cleanFile(given);
  if ('fault' in cleaned) return cleaned;
  const scan = await context.web.scanner.scan(given);
  return scan === 'clean' ? cleaned : { fault: scan };
}

/** Removes a file that was not sent. */
export async function removeFile(visit: Visit): Promise<Answer> {
  const task = await openTask(visit, 'step.draft');
  await dropEvidence(task.opened, task.place, visit.params.file ?? '');
  return { to: taskAt(task.place, '/evidencia') };
}

/** Hands a file out as a download under a name of ours. */
export async function downloadFile(visit: Visit): Promise<Answer> {
  const task = await openTask(visit, 'step.read');
  const { file, bytes } = await openEvidence(task.opened, task.place, visit.params.file ?? '');
  const name = `${caseKeyOf(file.runId)}-${file.id.slice(0, 6)}.${extensionOf(file.type)}`;
  return { file: bytes, type: file.type, name };
}

function descriptionFault(text: string, words: (typeof WORDS)['es']): string | undefined {
  if (text === '') return words.noDescription;
  if (isUnstorable(text)) return words.signs;
  return [...text].length > LONGEST_DESCRIPTION
    ? words.longDescription(LONGEST_DESCRIPTION)
    : undefined;
}

async function showFiles(
  visit: Visit,
  task: Task,
  description: string,
  faults: readonly Fault[],
  upload?: string,
): Promise<Shown> {
  const { language } = visit;
  const words = WORDS[language];
  const { opened, place, record } = task;
  const title = namedIn(opened.definition.steps, place.step, language).title;
  const files = await evidenceAt(opened, place);
  const begun = upload ? [] : await unfinishedFiles(opened, place);
  const content = (
    <>
      <BackLink href={taskAt(place)} text={words.back} />
      <ErrorSummary faults={faults} />
      <span class="govuk-caption-l">{`${title} – ${caseKeyOf(place.run)}`}</span>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body-s rt-quiet">{words.finds[visit.context.web.scanner.finds]}</p>
      {files.length === 0 && <p class="govuk-body">{words.none}</p>}
      <FileList
        {...{ visit, place, files }}
        actOf={(file) => <Remover visit={visit} task={task} file={file} />}
      />
      {isOpen(record) && files.length < MOST_FILES && (
        <form
          method="post"
          autocomplete="off"
          action={`/tareas/${place.run}/${place.step}/evidencia`}
          encType="multipart/form-data"
          noValidate
          data-resume={assetAt('upload.js')}
          data-upload={taskAt(place, '/evidencia/carga')}
        >
          <Controls visit={visit} task={task} />
          {begun.length > 0 && <p class="govuk-inset-text">{words.begun(begun.length)}</p>}
          {upload && <p class="govuk-inset-text">{words.arrived}</p>}
          {upload && <input type="hidden" name={UPLOAD} value={upload} />}
          <FileField
            id="archivo"
            label={words.file}
            hint={words.fileHint}
            error={faultOf(faults, 'archivo')}
            accept="application/pdf,image/jpeg,image/png"
          />
          <Field
            id="muestra"
            label={words.description}
            hint={words.descriptionHint}
            value={description}
            error={faultOf(faults, 'muestra')}
          />
          <Button>{words.add}</Button>
        </form>
      )}
    </>
  );
  return {
    title: `${words.title} – ${caseKeyOf(place.run)}`,
    content,
    ...(faults.length > 0 ? { faulty: true } : {}),
  };
}

function Controls({ visit, task: { place } }: { visit: Visit; task: Task }) {
  return (
    <>
      <FormKey visit={visit} />
      <input type="hidden" name={CONTROLS.opening} value={String(place.opening)} />
      <input type="hidden" name={CONTROLS.role} value={place.role} />
    </>
  );
}

function Remover(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly file: DescribedFile;
}) {
  const { visit, task, file } = props;
  const words = WORDS[visit.language];
  const { run, step } = task.place;
  if (file.seq !== null || !isOpen(task.record)) return null;
  return (
    <form
      method="post"
      autocomplete="off"
      action={`/tareas/${run}/${step}/evidencia/${file.id}/quitar`}
    >
      <Controls visit={visit} task={task} />
      <button type="submit" class="rt-link">
        {words.remove}
        <span class="govuk-visually-hidden">{` ${file.description}`}</span>
      </button>
    </form>
  );
}
