import { rolesOf } from '../../../api/auth/relations.js';
import { type OpenRun, withState } from '../../../api/runs/open-run.js';
import type { Reassignment } from '../../../api/runs/reassign-role.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { folioOf } from '../../../api/views/folio.js';
import type { Committed } from '../../../door/acts.js';
import { Banner } from '../../components/banner.js';
import { Warning } from '../../components/warning.js';
import type { Shown } from '../../frame/visit.js';
import { mayIn } from '../case/open-case.js';

const WORDS = {
  es: {
    warning: 'Su institución dejará de ver este caso: es su última función en él.',
    heading: 'La función pasó a otra institución',
    recorded: (moment: string, folio: string) => `Quedó registrado el ${moment}. Folio ${folio}.`,
    gone: 'Su institución ya no participa en este caso y no lo ve más. Anote el folio si lo necesita. Si fue un error, la institución que conduce ahora el caso puede devolver la función.',
    cases: 'Ir a los casos',
  },
  en: {
    warning: 'Your institution will no longer see this case: this is its last role in it.',
    heading: 'The role was given to another institution',
    recorded: (moment: string, folio: string) => `It was recorded on ${moment}. Folio ${folio}.`,
    gone: 'Your institution no longer takes part in this case and does not see it any more. Write the folio down if you need it. If it was a mistake, the institution that leads the case now can give the role back.',
    cases: 'Go to the cases',
  },
};

/** Says that with its last role an institution gives the whole case away; nothing where it keeps one. */
export function LastRole({ opened, wanted }: { opened: OpenRun; wanted: Reassignment }) {
  const { access, definition, run, language } = opened;
  const others = Object.entries(run.state.bindings).filter(([key]) => key !== wanted.role);
  const state = { ...run.state, bindings: Object.fromEntries(others) };
  const keeps = rolesOf(definition, state, access.institution).length > 0;
  if (keeps || run.rehearsal || wanted.institution === access.institution) return null;
  return <Warning>{WORDS[language].warning}</Warning>;
}

/** What whoever gave the case away is told, because no page of it opens for them any more; undefined while one does. */
export function givenAway(
  opened: OpenRun,
  { state, runId, seq, at }: Committed,
): Shown | undefined {
  const now = withState(opened, state);
  if (mayIn(now, 'case.read')) return undefined;
  const { language, access } = opened;
  const words = WORDS[language];
  const moment = momentOf(at, access.timeZone, language);
  return {
    title: `${words.heading} – ${caseKeyOf(runId)}`,
    content: (
      <>
        <Banner kind="success" text={words.heading}>
          <p class="govuk-body">{words.recorded(moment, folioOf(runId, seq))}</p>
        </Banner>
        <span class="govuk-caption-l">{caseKeyOf(runId)}</span>
        <h1 class="govuk-heading-l">{words.heading}</h1>
        <p class="govuk-body">{words.gone}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/casos">
            {words.cases}
          </a>
        </p>
      </>
    ),
  };
}
