import { ProblemError } from '../../api/errors.js';
import type { Language } from '../../api/language.js';
import { type OpenNotice, openNotice } from '../../api/runs/open-notice.js';
import { reference } from '../../api/schemas/notices.js';
import { Button } from '../components/button.js';
import { homeOf } from '../frame/navigation.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { taskAt } from '../tasks/task.js';

const WORDS = {
  es: {
    title: 'Este aviso ya no es para su institución',
    why: 'El caso pasó a otra institución después del aviso. Su institución ya no tiene que hacer nada.',
    next: 'Ver lo pendiente',
  },
  en: {
    title: 'This notice is no longer for your institution',
    why: 'The case went to another institution after the notice. Yours has nothing left to do.',
    next: 'See what is pending',
  },
};

/** Leads from the link in a mail to what it is about, as it stands now. */
export async function followNotice(visit: Visit): Promise<Answer> {
  const { context, params } = visit;
  const given = reference.safeParse(params.reference);
  if (!given.success) throw new ProblemError('notice-unknown');
  const { leadsTo } = await openNotice(context, visit, given.data);
  return leadsTo ? { to: addressOf(visit, leadsTo) } : gone(visit.language, visit);
}

function addressOf({ access }: Visit, leadsTo: NonNullable<OpenNotice['leadsTo']>): string {
  const run = leadsTo.opened.run.id;
  if (leadsTo.what === 'own-step') {
    const { step, opening, role } = leadsTo.step;
    return taskAt({ run, step, opening, role: role.id });
  }
  if (leadsTo.what === 'shares') {
    const [first] = leadsTo.shares;
    const waiting = leadsTo.shares.find(({ state }) => state === 'released') ?? first;
    return waiting ? `/compartidos/${run}/${waiting.share}` : '/compartidos';
  }
  return access.role === 'case-lead' ? `/casos/${run}` : `/tareas/${run}`;
}

function gone(language: Language, { access }: Visit): Shown {
  const words = WORDS[language];
  const content = (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.why}</p>
      <Button href={homeOf(access.role)}>{words.next}</Button>
    </>
  );
  return { title: words.title, content };
}
