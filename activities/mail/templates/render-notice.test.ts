import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type NoticeMail,
  noticeKinds,
  noticeLanguages,
  noticeLevels,
  type RenderedMail,
} from '../notice-mail.js';
import { renderLetter } from './letter-content.js';
import { noticeContent } from './notice-content.js';
import { renderNotice } from './render-notice.js';

const link = 'https://servicio.example/t/7Kq2mX9dRwA4?de=correo&l=es';
const dueAt = Date.UTC(2026, 10, 23, 20, 0);

const notice = (change: Partial<NoticeMail> = {}): NoticeMail => ({
  kind: 'opened',
  language: 'es',
  reference: 'R-7F3K-91',
  dueAt,
  timeZone: 'America/Guatemala',
  zoneName: { es: 'hora de Guatemala', en: 'Guatemala time' },
  link,
  institutionName: 'Consulado Inventado',
  ...change,
});

const decode = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const visible = (html: string) => {
  const body = html.slice(html.indexOf('<body'));
  return decode(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
};

const occurrences = (text: string, part: string) => text.split(part).length - 1;

/** Fails on a tag that is not closed in order; attributes must be quoted. */
function expectWellFormed(html: string) {
  const open: string[] = [];
  const rest = html.replace(/<(\/?)([a-z0-9]+)((?:\s+[a-z-]+="[^"<>]*")*)>/g, (_, slash, tag) => {
    if (slash) expect(open.pop()).toBe(tag);
    else if (!['meta', 'br'].includes(tag)) open.push(tag);
    return '';
  });
  expect(open).toEqual([]);
  expect(rest.replace('<!doctype html>', '')).not.toMatch(/[<>]/);
}

const all = noticeLanguages.flatMap((language) =>
  noticeKinds.flatMap((kind) =>
    [undefined, ...noticeLevels].flatMap((level) =>
      [undefined, dueAt].map((due) => notice({ language, kind, level, dueAt: due })),
    ),
  ),
);

describe('every kind in every language', () => {
  test('renders complete, with the link once to follow and once to read', () => {
    for (const mail of all) {
      const { subject, text, html } = renderNotice(mail);
      expectWellFormed(html);
      expect(html).toContain(`<html lang="${mail.language}">`);
      expect(occurrences(decode(html), `href="${link}"`)).toBe(1);
      expect(occurrences(html, 'href=')).toBe(1);
      expect(occurrences(visible(html), link)).toBe(1);
      expect(occurrences(text, link)).toBe(1);
      expect(subject).toContain('R-7F3K-91');
      expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test('says the same in text and in HTML', () => {
    for (const mail of all) {
      const { text, html } = renderNotice(mail);
      const inText = text.replace('\n--\n', '\n').replace(/\s+/g, ' ').trim();
      expect(visible(html).replace(/\s+:/g, ':').trim()).toBe(inText);
    }
  });

  test('loads nothing and offers nothing that acts', () => {
    for (const mail of all) {
      const { html } = renderNotice(mail);
      expect(html).not.toMatch(/<(img|script|link|iframe|form|input|button|table|style|base)\b/);
      expect(html).not.toMatch(/url\(|mailto:|src=|\son\w+=/);
    }
  });
});

test('the first lines say what to do, until when and where; what is only good to know comes after', () => {
  const blocksOf = (change: Partial<NoticeMail>) =>
    renderNotice(notice({ calendar: true, ...change })).text.split('\n\n');
  for (const mail of all) {
    const blocks = blocksOf(mail);
    const due = blocks.findIndex(
      (block) => block.endsWith('(hora de Guatemala)') || block.endsWith('(Guatemala time)'),
    );
    expect(blocks[due < 0 ? 3 : 4], mail.kind).toContain(link);
    if (due >= 0) expect(due, mail.kind).toBe(3);
  }
  expect(blocksOf({ level: 'institution' }).slice(0, 5)).toEqual([
    'Tarea nueva',
    'Consulado Inventado:',
    'Responda la tarea nueva de su institución.',
    'Plazo: lunes 23 de noviembre de 2026, 14:00 (hora de Guatemala)',
    `Ver la tarea (necesita su cuenta)\nDirección completa:\n${link}`,
  ]);
  const { html } = renderNotice(notice({ calendar: true, level: 'institution' }));
  expect(html.indexOf('href=')).toBeLessThan(html.indexOf('calendario'));
  expect(html.indexOf('href=')).toBeLessThan(html.indexOf('institución responsable'));
});

test('a mail that puts notices together says where before it lists them', () => {
  const letter = {
    kind: 'daily',
    language: 'es',
    timeZone: 'America/Guatemala',
    zoneName: { es: 'hora de Guatemala', en: 'Guatemala time' },
    institutionName: 'Consulado Inventado',
    link,
    lines: [{ kind: 'nearly-due', reference: 'R-7F3K-91', dueAt }],
  } as const;
  const { text, html } = renderLetter(letter);
  const blocks = text.split('\n\n');
  expect(blocks[2]).toBe('Responda estas tareas: vencen pronto y todavía no tienen respuesta.');
  expect(blocks[3]).toContain(link);
  expect(blocks[4]).toContain('- R-7F3K-91');
  expect(html.indexOf('href=')).toBeLessThan(html.indexOf('<li'));
  expectWellFormed(html);
});

test('a Spanish notice reads as agreed', () => {
  const { subject, text } = renderNotice(notice({ kind: 'nearly-due', level: 'supervisor' }));
  expect(subject).toBe('Vence pronto: tarea por responder, plazo 23 nov 2026, 14:00 - R-7F3K-91');
  expect(text).toContain('Plazo: lunes 23 de noviembre de 2026, 14:00 (hora de Guatemala)');
  expect(text).toContain('supervisión o suplencia');
});

test('an English notice reads as agreed', () => {
  const { subject, text } = renderNotice(notice({ kind: 'overdue', language: 'en' }));
  expect(subject).toBe('Overdue: task without an answer, due 23 Nov 2026, 14:00 - R-7F3K-91');
  expect(text).toContain('It was due: Monday 23 November 2026, 14:00 (Guatemala time)');
});

test('midnight is 00:00 of the day that begins, in the zone of the institution', () => {
  const midnight = Date.UTC(2026, 11, 1, 6, 0);
  expect(renderNotice(notice({ dueAt: midnight })).text).toContain(
    'martes 1 de diciembre de 2026, 00:00',
  );
  expect(renderNotice(notice({ dueAt: midnight, timeZone: 'America/Tijuana' })).text).toContain(
    'lunes 30 de noviembre de 2026, 22:00',
  );
});

test('urgent kinds carry the word in the subject, the others do not', () => {
  const subjectOf = (kind: NoticeMail['kind']) => renderNotice(notice({ kind })).subject;
  expect(subjectOf('overdue')).toMatch(/^Vencida:/);
  expect(subjectOf('nearly-due')).toMatch(/^Vence pronto:/);
  expect(subjectOf('escalated')).toMatch(/^Urgente:/);
  expect(subjectOf('suspended')).toContain('no continúe');
  expect(subjectOf('opened')).not.toMatch(/Vence|Vencida|Urgente/);
});

test('a deadline that no longer counts is not shown', () => {
  for (const kind of ['withdrawn', 'suspended', 'ended'] as const) {
    const { subject, text } = renderNotice(notice({ kind }));
    expect(`${subject}${text}`).not.toContain('2026');
  }
});

test('silence is spoken of while the deadline is ahead, and the calendar file where there is one', () => {
  const said = (change: Partial<NoticeMail>) => renderNotice(notice(change)).text;
  const silence = 'si no responde antes del plazo';
  expect(said({})).toContain(silence);
  expect(said({ dueAt: undefined })).not.toContain(silence);
  expect(said({ kind: 'overdue' })).not.toContain(silence);
  expect(said({})).not.toContain('calendario');
  expect(said({ calendar: true })).toContain('Se adjunta el plazo para su calendario');
});

test('the type has no field for a person, a protocol or a step', () => {
  expectTypeOf<keyof NoticeMail>().toEqualTypeOf<
    | 'kind'
    | 'language'
    | 'reference'
    | 'dueAt'
    | 'timeZone'
    | 'zoneName'
    | 'link'
    | 'institutionName'
    | 'level'
    | 'calendar'
  >();
  expectTypeOf<keyof RenderedMail>().toEqualTypeOf<'subject' | 'text' | 'html'>();
});

test('a line break in any text adds no header and no line', () => {
  const attack = 'Consulado\r\nBcc: x@example.org\u2028\u202eotro\u0000';
  const mail = notice({ institutionName: attack, reference: attack });
  const { subject, text } = renderNotice(mail);
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
  expect(text).toContain('Consulado Bcc: x@example.org otro:');
  expect(text.split('\n')).toHaveLength(renderNotice(notice()).text.split('\n').length);
});

test('whatever is typed as name is shown as typed', () => {
  const payload = '"><img src=x onerror="alert(1)"> & \'Oficina\' </title><script>1</script>';
  const { text, html } = renderNotice(notice({ institutionName: payload }));
  expectWellFormed(html);
  expect(visible(html)).toContain(`${payload}:`);
  expect(text).toContain(`${payload}:`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (institutionName, reference) => {
      expectWellFormed(renderNotice(notice({ institutionName, reference })).html);
    }),
  );
});

test('a link that is not a web address is refused', () => {
  for (const bad of ['javascript:alert(1)', '/t/1', 'data:text/html,x', 'file:///x', '']) {
    expect(() => renderNotice(notice({ link: bad }))).toThrow(RangeError);
  }
  expect(noticeContent(notice({ link: 'https://a.example/x"><b>' })).link.href).not.toContain('"');
});
