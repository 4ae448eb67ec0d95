import { formTo } from '../support/page-form.js';
import type { Officer } from './officer.js';

/** What a case lead knows when a case begins. */
export interface Beginning {
  readonly protocol: string;
  readonly country: string;
  /** Answers to the protocol's questions, by their ids. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Institutions chosen where the page proposes none, by role. */
  readonly institutions?: Readonly<Record<string, string>>;
}

/** Starts a case in five pages; the address of the page of the case. Throws when a page asks for more. */
export async function startCase(lead: Officer, beginning: Beginning): Promise<string> {
  const { protocol, country, facts = {}, institutions = {} } = beginning;
  const named = (kind: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([id, value]) => [`${kind}.${id}`, value]);
  const first = await lead.open('/casos/nuevo');
  const second = await goOn(lead, first.html, '/casos/nuevo/datos', { protocolo: protocol });
  const third = await goOn(lead, second.html, '/casos/nuevo/instituciones', {
    pais: country,
    ...Object.fromEntries(named('dato', facts)),
  });
  const chosen = Object.fromEntries(named('institucion', institutions));
  const fourth = await goOn(lead, third.html, '/casos/nuevo/plazos', chosen);
  const next = /href="(\/casos\/nuevo\/revisar[^"]*)"/.exec(fourth.html)?.[1];
  if (!next) throw new Error('The page of the deadlines leads nowhere');
  const fifth = await lead.open(next.replaceAll('&amp;', '&'));
  const form = formTo(fifth.html, '/casos/nuevo/iniciar');
  // Asked when the same was begun a short while ago.
  const another = form.controls.some(({ name }) => name === 'otra-persona');
  const started = await lead.post(form.action, {
    ...form.fields,
    ...(another ? { 'otra-persona': 'si' } : {}),
  });
  if (started.status !== 303) throw new Error(`Not started: ${started.status}`);
  return started.location.split('?')[0]!;
}

/** Sends a form that only asks, as browsers do: its fields in the address. */
function goOn(lead: Officer, html: string, action: string, typed: Record<string, string>) {
  const { fields } = formTo(html, action);
  return lead.open(`${action}?${new URLSearchParams({ ...fields, ...typed })}`);
}
