import { expect, test } from 'vitest';
import { html } from './html.js';

test('every part is escaped unless a template made it', () => {
  const sign = '<&"\'>';
  const inner = html`<b>${sign}</b>`;
  expect(html`<p title="${sign}">${inner}${[inner, inner]}${undefined}${3}</p>`.ready).toBe(
    '<p title="&lt;&amp;&quot;&#39;&gt;"><b>&lt;&amp;&quot;&#39;&gt;</b>' +
      '<b>&lt;&amp;&quot;&#39;&gt;</b>\n<b>&lt;&amp;&quot;&#39;&gt;</b>3</p>',
  );
});
