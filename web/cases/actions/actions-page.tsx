import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { reportableIn } from '../../../api/views/reportable.js';
import { runView } from '../../../api/views/run-view.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { casePath, withQuery } from '../addresses.js';
import { CaseFrame } from '../case/case-frame.js';
import { mayIn, openCase } from '../case/open-case.js';
import { openSteps } from '../case/standing.js';
import { EVENT_GROUPS, groupOf } from './event-group.js';
import { ORIGIN } from './origin-words.js';
import { ACTIONS, GROUP_NAMES } from './words.js';

interface Entry {
  readonly href: string;
  readonly text: string;
}

/** Everything this access may do in the case, by what it does; each leads to a page that shows what it would bring. */
export async function actionsPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit);
  const { run, language } = opened;
  const words = ACTIONS[language];
  const events = eventEntries(opened);
  const groups = [...events, ...leadEntries(opened), ...originEntries(opened)];
  const about = run.state.ending && events.length > 0 ? words.endedAbout : words.about;
  return {
    title: `${words.title} – ${caseKeyOf(run.id)}`,
    content: (
      <CaseFrame opened={opened} part="actions">
        <p class="govuk-body">{groups.length > 0 ? about : words.none}</p>
        {groups.map(({ title, entries }) => (
          <>
            <h2 class="govuk-heading-m">{title}</h2>
            <ul class="govuk-list rt-actions">
              {entries.map(({ href, text }) => (
                <li>
                  <a class="govuk-link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ))}
      </CaseFrame>
    ),
  };
}

function eventEntries(opened: OpenRun) {
  const { run, language, definition } = opened;
  const events = reportableIn(opened);
  return EVENT_GROUPS.flatMap((group) => {
    const entries = events
      .filter((event) => groupOf(definition, event) === group)
      .map(({ id, title }) => ({
        href: withQuery(casePath(run.id, '/acciones/suceso'), { suceso: id }),
        text: title[language],
      }));
    return entries.length > 0 ? [{ title: GROUP_NAMES[language][group], entries }] : [];
  });
}

/** Ended or not: what was shared before can still be read. */
function originEntries(opened: OpenRun): { title: string; entries: Entry[] }[] {
  const { run, language } = opened;
  if (!mayIn(opened, 'origin.stop')) return [];
  const { link, title } = ORIGIN[language];
  return [{ title, entries: [{ href: casePath(run.id, '/acciones/origen'), text: link }] }];
}

function leadEntries(opened: OpenRun): { title: string; entries: Entry[] }[] {
  const { run, language, definition } = opened;
  const words = ACTIONS[language];
  const at = (action: string) => casePath(run.id, `/acciones/${action}`);
  if (run.state.ending) return [];
  const groups: { title: string; entries: Entry[] }[] = [];
  if (mayIn(opened, 'step.nudge')) {
    const steps = openSteps(runView(opened).steps).filter(({ status }) => status === 'open');
    const entries = steps.map(({ step, title }) => ({
      href: withQuery(at('recordar'), { paso: step }),
      text: title,
    }));
    if (entries.length > 0) groups.push({ title: words.nudge, entries });
  }
  const others: Entry[] = [];
  if (mayIn(opened, 'role.reassign')) others.push({ href: at('reasignar'), text: words.reassign });
  if (definition.family && mayIn(opened, 'family.link')) {
    if (!run.state.family) others.push({ href: at('familia'), text: words.family });
    others.push({ href: withQuery('/casos/nuevo', { familiar: run.id }), text: words.relative });
  }
  if (others.length > 0) groups.push({ title: words.title, entries: others });
  return groups;
}
