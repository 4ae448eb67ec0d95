import type { Language } from '../../language.js';
import type { OpenNotice } from '../../runs/open-notice.js';
import type { DestinationView, NoticeView } from '../../schemas/notices.js';
import type { StepDetailView } from '../../schemas/steps.js';
import { momentOf } from '../../views/due-view.js';
import { type Html, html } from '../html.js';
import { layout } from '../layout.js';
import { howToAcknowledge, howToAnswer } from './how-to-answer.js';
import { noticeWords } from './words.js';

/** A notice and what it leads to, for the institution it went to; `view` is what the API gives. */
export function noticePage(
  language: Language,
  { leadsTo }: OpenNotice,
  view: NoticeView,
  timeZone: string,
): string {
  const { kinds, labels } = noticeWords[language];
  const heading = kinds[view.kind];
  const target = view.leadsTo;
  const content = html`<h1>${heading}</h1>
${
  leadsTo && target
    ? destination(language, leadsTo, target)
    : html`<p class="note">${labels.gone}</p>`
}
${about(language, view, timeZone)}`;
  return layout(language, heading, content);
}

function about(language: Language, view: NoticeView, timeZone: string): Html {
  const { labels, levels, states } = noticeWords[language];
  const at = view.sentAt ?? view.at;
  return html`<h2>${labels.notice}</h2>
${list([
  [labels.to, view.institution.title],
  [labels.level, levels[view.level]],
  [labels.at, html`<time datetime="${at}">${momentOf(Date.parse(at), timeZone, language)}</time>`],
  [labels.mail, states[view.state]],
  [labels.reference, view.reference],
])}`;
}

function destination(
  language: Language,
  leadsTo: NonNullable<OpenNotice['leadsTo']>,
  target: DestinationView,
): Html {
  const { labels } = noticeWords[language];
  switch (leadsTo.what) {
    case 'own-step': {
      const how = target.answerable
        ? howToAnswer(language, leadsTo.step)
        : html`<p class="note">${labels.nothing}</p>`;
      return html`${ownStep(language, leadsTo.step, target)}
${how}`;
    }
    case 'shares': {
      const { shares } = leadsTo;
      const acknowledged = target.answerable ? labels.waiting : labels.acknowledged;
      const basis = shares.map(({ ground }) => ground);
      return html`${sheet(target, undefined, [
        [labels.status, acknowledged],
        [labels.basis, sources(language, basis)],
        [labels.run, target.run],
      ])}
${howToAcknowledge(language, shares)}`;
    }
    case 'step-of-others': {
      const responsible = (target.responsible ?? []).map(({ title }) => title).join(', ');
      return html`${sheet(target, undefined, [
        [labels.responsible, responsible || labels.answered],
        [labels.run, target.run],
      ])}
<p class="note">${labels.othersStep}</p>`;
    }
    case 'run':
      return html`${sheet(target, undefined, [[labels.run, target.run]])}
<p class="note">${labels.runOnly}</p>`;
  }
}

function ownStep(language: Language, step: StepDetailView, target: DestinationView): Html {
  const { labels, statuses } = noticeWords[language];
  const why = (step.why ?? []).map(({ text }) => text).join('. ');
  const basis = step.deadline ? [...step.basis, step.deadline.source] : step.basis;
  return sheet(target, step.instructions, [
    [labels.status, statuses[step.status]],
    [labels.why, why],
    [labels.silence, target.due && step.deadline?.silenceMeans],
    [labels.stage, step.stage.title],
    [labels.basis, sources(language, basis)],
    [labels.run, target.run],
  ]);
}

function sheet(
  { title, due }: DestinationView,
  instructions: string | undefined,
  entries: readonly Entry[],
): Html {
  return html`<section class="sheet">
<h2>${title}</h2>
${instructions === undefined ? undefined : html`<p>${instructions}</p>`}
${due ? deadline(due) : undefined}
${list(entries)}
</section>`;
}

function deadline({ state, words, at, moment }: NonNullable<DestinationView['due']>): Html {
  const when =
    at && moment ? html`<span><time datetime="${at}">${moment}</time></span>` : undefined;
  return html`<p class="due ${state}"><strong>${words}</strong>${when}</p>`;
}

function sources(language: Language, all: StepDetailView['basis']): Html | undefined {
  const { marks } = noticeWords[language];
  const known = new Map(all.map((source) => [source.ref, source]));
  if (known.size === 0) return undefined;
  const items = [...known.values()].map(({ ref, mark }) =>
    marks[mark] === '' ? html`<li>${ref}</li>` : html`<li>${ref} (${marks[mark]})</li>`,
  );
  return html`<ul>${items}</ul>`;
}

type Entry = readonly [label: string, value: string | Html | undefined];

function list(entries: readonly Entry[]): Html {
  const items = entries
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`);
  return html`<dl>${items}</dl>`;
}
