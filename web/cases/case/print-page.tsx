import { encode } from 'uqr';
import { linkedRunView } from '../../../api/views/act-answer.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { namedIn } from '../../../api/views/words.js';
import { listEntries } from '../../../db/queries/list-entries.js';
import { BackLink } from '../../components/back-link.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { bandsOf } from '../flow/layout.js';
import { FlowPicture } from '../flow/picture.js';
import { timelineOf } from '../timeline/timeline.js';
import { TimelineList } from '../timeline/timeline-list.js';
import { TIMELINE } from '../timeline/words.js';
import { stagesIn, whereaboutsOf } from './case-page.js';
import { Family } from './family.js';
import { Identity } from './identity.js';
import { openCase } from './open-case.js';
import { operationOf } from './operation.js';
import { OperationPart } from './operation-part.js';
import { StepList } from './step-list.js';
import { WhereNow } from './where-now.js';
import { CASE } from './words.js';

const PRINT = {
  es: {
    title: 'Resumen del caso',
    at: (moment: string) => `Estado al ${moment}`,
    scan: 'Código que lleva a este caso después de entrar',
    back: 'Volver al caso',
  },
  en: {
    title: 'Case summary',
    at: (moment: string) => `As of ${moment}`,
    scan: 'Code that leads to this case after signing in',
    back: 'Back to the case',
  },
} as const;

/** Everything of a case on one page for paper: list, picture and history, nothing folded. */
export async function printPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit);
  const { run, definition, language, access, context } = opened;
  const view = await linkedRunView(opened);
  const stages = stagesIn(opened, view);
  const operation = await operationOf(opened);
  const bands = await bandsOf(definition);
  const entries = timelineOf(opened, await listEntries(context.door.db, run.id));
  const words = PRINT[language];
  const of = { timeZone: access.timeZone, language };
  const address = `${visit.request.protocol}://${visit.request.host}${casePath(run.id)}`;
  return {
    title: `${words.title} ${caseKeyOf(run.id)}`,
    content: (
      <div class="rt-print">
        <BackLink href={casePath(run.id)} text={words.back} />
        <h1 class="govuk-heading-l">{`${words.title} ${caseKeyOf(run.id)}`}</h1>
        <p class="govuk-body">
          {words.at(momentOf(context.door.clock.now(), access.timeZone, language))}
        </p>
        <Code of={address} title={words.scan} />
        <Identity opened={opened} view={view} />
        <h2 class="govuk-heading-m">{CASE[language].now}</h2>
        <p class="govuk-body rt-now">
          <WhereNow of={whereaboutsOf(view)} {...of} />
        </p>
        <h2 class="govuk-heading-m">{CASE[language].steps}</h2>
        <StepList run={run.id} stages={stages} whole {...of} />
        {view.family && <Family family={view.family} language={language} />}
        {operation && <OperationPart operation={operation} language={language} />}
        <h2 class="govuk-heading-m">{CASE[language].flow}</h2>
        <FlowPicture run={run.id} bands={bands} stages={stages} language={language} />
        <h2 class="govuk-heading-m">{TIMELINE[language].title}</h2>
        <TimelineList
          entries={entries}
          titleOf={(step) => namedIn(definition.steps, step, language).title}
          {...of}
        />
      </div>
    ),
  };
}

/** An address as a code to be scanned: it leads to the sign-in and holds nothing about the person. */
function Code({ of, title }: { of: string; title: string }) {
  const { data, size } = encode(of, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      class="rt-print__code"
      viewBox={`0 0 ${size} ${size}`}
      width="120"
      height="120"
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} />
    </svg>
  );
}
