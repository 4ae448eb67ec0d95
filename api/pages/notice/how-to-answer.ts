import type { Language } from '../../language.js';
import type { ShareView } from '../../schemas/shares.js';
import type { StepDetailView } from '../../schemas/steps.js';
import { type Html, html } from '../html.js';
import { noticeWords } from './words.js';

/** How an own step is answered until there are pages for it: the command, the answers it takes, and the address of the API. */
export function howToAnswer(language: Language, step: StepDetailView): Html {
  const { labels } = noticeWords[language];
  const address = `/v1/runs/${step.run}/steps/${step.step}`;
  const opening = step.opening === 1 ? '' : ` --opening ${step.opening}`;
  const command = `retorno complete ${step.run} ${step.step} ${labels.placeholder}${opening}`;
  const outcomes = step.outcomes.map(({ id, title, possible }) =>
    possible
      ? html`<dt>${title}</dt><dd><code>${id}</code></dd>`
      : html`<dt>${title}</dt><dd>${labels.notNow}</dd>`,
  );
  return html`<h2>${labels.how}</h2>
<p>${labels.howIntro}</p>
<h3>${labels.outcomes}</h3>
<dl class="outcomes">${outcomes}</dl>
<p>${labels.withCommand}</p>
<code class="command">${command}</code>
<p>${labels.withApi}</p>
<code class="command">POST ${address}/complete</code>
<p>${labels.formAt}</p>
<code class="command">GET ${address}</code>
<p class="link"><a href="/docs">${labels.docs}</a></p>`;
}

/** How data that was sent is opened and its receipt confirmed. */
export function howToAcknowledge(language: Language, shares: readonly ShareView[]): Html {
  const { labels } = noticeWords[language];
  const of = shares.map(({ run, share, state }) => {
    const address = `/v1/runs/${run}/shares/${share}`;
    const confirm = html`<p>${labels.confirmShare}</p>
<code class="command">POST ${address}/acknowledgement</code>`;
    return html`<p>${labels.readShare}</p>
<code class="command">GET ${address}</code>
${state === 'released' ? confirm : undefined}`;
  });
  return html`<h2>${labels.howShare}</h2>
<p>${labels.shareIntro}</p>
${of}
<p class="link"><a href="/docs">${labels.docs}</a></p>`;
}
