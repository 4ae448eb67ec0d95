import type { ComponentChildren } from 'preact';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { reportableIn } from '../../../api/views/reportable.js';
import { BackLink } from '../../components/back-link.js';
import { Tabs } from '../../components/tabs.js';
import { Tag } from '../../components/tag.js';
import { casePath } from '../addresses.js';
import { mayIn } from './open-case.js';
import { CASE } from './words.js';

export type CasePart = 'steps' | 'flow' | 'timeline' | 'consents' | 'disclosures' | 'actions';

const ADDRESSES: Readonly<Record<CasePart, string>> = {
  steps: '',
  flow: '/flujo',
  timeline: '/linea',
  consents: '/consentimientos',
  disclosures: '/quien-sabe',
  actions: '/acciones',
};

/** What is around every page of one case: its key, its parts, the way back. */
export function CaseFrame(props: {
  readonly opened: OpenRun;
  readonly part: CasePart;
  readonly children: ComponentChildren;
}) {
  const { opened, part, children } = props;
  const { run, language } = opened;
  const words = CASE[language];
  return (
    <>
      <BackLink href="/casos" text={words.cases} />
      <h1 class="govuk-heading-l">{words.title(caseKeyOf(run.id))}</h1>
      {run.rehearsal && (
        <p class="govuk-body">
          <Tag colour="yellow">{words.rehearsal}</Tag>
        </p>
      )}
      <Tabs
        name={words.sections}
        tabs={partsOf(opened).map((id) => ({
          href: casePath(run.id, ADDRESSES[id]),
          text: words[id],
          current: id === part,
        }))}
      />
      {children}
    </>
  );
}

/** The parts this access may open. */
function partsOf(opened: OpenRun): CasePart[] {
  return [
    'steps',
    'flow',
    'timeline',
    ...(opened.definition.consents?.length ? (['consents'] as const) : []),
    ...(mayIn(opened, 'case.disclosures') ? (['disclosures'] as const) : []),
    ...(!opened.run.state.ending || reportableIn(opened).length > 0 || mayIn(opened, 'origin.stop')
      ? (['actions'] as const)
      : []),
  ];
}
