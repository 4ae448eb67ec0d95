import { mayShow } from '../../../api/auth/fields.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import type { RunView } from '../../../api/schemas/runs.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { institutionIn } from '../../../api/views/words.js';
import { type Row, SummaryList } from '../../components/summary-list.js';
import { casePath } from '../addresses.js';
import { SITED } from '../sited.js';
import { CASE } from './words.js';

/** What the case is: protocol and version, who leads it, since when. Nothing about the person. */
export function Identity({ opened, view }: { opened: OpenRun; view: RunView }) {
  const { language, access } = opened;
  const words = CASE[language];
  const at = (iso: string) => momentOf(Date.parse(iso), access.timeZone, language);
  const rows: (Row | undefined | false)[] = [
    {
      key: words.protocol,
      value: `${view.protocol.title}, ${words.version(view.protocol.version)}`,
    },
    { key: words.pack, value: view.pack?.title },
    { key: words.lead, value: leadOf(opened) },
    { key: words.myRoles, value: view.myRoles.map(({ title }) => title).join(', ') },
    { key: words.started, value: at(view.startedAt) },
    { key: words.ended, value: view.endedAt && at(view.endedAt) },
    { key: words.vacant, value: view.vacant?.map(({ title }) => title).join(', ') },
    view.unsureState && {
      key: SITED[language].unsure,
      value: `${view.unsureState.map(({ title }) => title).join(', ')}. ${SITED[language].hint}`,
    },
    view.continues && link(words.continues, view.continues.run),
    view.continuedBy && link(words.continuedBy, view.continuedBy.run),
  ];
  return <SummaryList rows={rows} />;
}

function link(key: string, run: string): Row {
  const value = (
    <a class="govuk-link" href={casePath(run)}>
      {caseKeyOf(run)}
    </a>
  );
  return { key, value };
}

/** The receiving side is not told more institutions than its own steps name. */
function leadOf(opened: OpenRun): string | undefined {
  const { run, definition, context, language } = opened;
  const binding = run.state.bindings[definition.lead];
  if (!binding || !mayShow(opened, 'run.lead')) return undefined;
  return institutionIn(context.door.directory, binding.institution, language).title;
}
