import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { noticeKinds } from '../../activities/mail/notice-mail.js';
import { renderNotice } from '../../activities/mail/templates/render-notice.js';
import { startMailCatcher } from '../../platform/mail/catcher.js';
import { MailRefused, MailUnavailable, MailUnknown } from '../../platform/mail/mail-errors.js';
import {
  impatient,
  rejection,
  sampleMail,
  testCatcher,
  testDirectory,
  testTransport,
} from './mail-fixtures.js';

test('a mail arrives as it was sent, with the headers of an automatic notice', async () => {
  const catcher = await testCatcher();
  const sent = await testTransport(catcher.smtpUrl).send(sampleMail());
  expect(sent).toMatchObject({ state: 'sent', response: expect.stringContaining('250') });

  const { mails, total } = catcher.list();
  expect(total).toBe(1);
  const mail = await catcher.get(mails[0]?.id ?? '');
  expect(mail).toMatchObject({
    messageId: 'aviso-1@retorno.example',
    to: ['guardia@consulado-inventado.example'],
    subject: sampleMail().subject,
    text: sampleMail().text,
    html: expect.stringContaining(sampleMail().html),
  });
  const headers = Object.fromEntries(mail.headers.map(({ name, value }) => [name, value]));
  expect(headers).toMatchObject({
    'message-id': '<aviso-1@retorno.example>',
    'auto-submitted': 'auto-generated',
    'x-auto-response-suppress': 'All',
    'content-language': 'es',
    from: 'Retorno <avisos@retorno.example>',
  });
  expect(Object.keys(headers).sort()).toEqual(
    [
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ].sort(),
  );
});

test('every kind of notice survives the way through SMTP unchanged', async () => {
  const catcher = await testCatcher();
  const transport = testTransport(catcher.smtpUrl);
  for (const kind of noticeKinds) {
    const notice = renderNotice({
      kind,
      language: 'es',
      reference: 'R-7F3K-91',
      dueAt: Date.UTC(2026, 10, 23, 20),
      timeZone: 'America/Guatemala',
      zoneName: { es: 'hora de Guatemala', en: 'Guatemala time' },
      link: 'https://servicio.example/t/7Kq2mX9dRwA4',
      institutionName: '.Oficina\r\n.\r\nInventada <script>alert(1)</script>',
    });
    await transport.send(sampleMail({ messageId: kind, ...notice }));
    const { mails } = catcher.list({ messageId: `${kind}@retorno.example` });
    const caught = await catcher.get(mails[0]?.id ?? '');
    expect(caught.subject).toBe(notice.subject);
    expect(caught.text.trim()).toBe(notice.text.trim());
    expect(caught.html.trim()).toBe(notice.html.trim());
  }
});

describe('outcomes', () => {
  test('refused and unavailable keep nothing; afterwards mail passes again', async () => {
    const catcher = await testCatcher();
    const transport = testTransport(catcher.smtpUrl);
    catcher.setBehaviour('refuse');
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailRefused);
    catcher.setBehaviour('unavailable');
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
    expect(catcher.list().total).toBe(0);
    catcher.setBehaviour('accept');
    expect(await transport.send(sampleMail())).toMatchObject({ state: 'sent' });
  });

  test('slow keeps nothing, on a new connection as on an open one', async () => {
    const catcher = await testCatcher();
    const transport = testTransport(catcher.smtpUrl, { ...impatient, connections: 1 });
    catcher.setBehaviour('unavailable');
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
    catcher.setBehaviour('slow');
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
    expect(catcher.list().total).toBe(0);
  });

  test.each([
    ['drop-after-data', 2],
    ['silent-after-data', 2],
    ['lose-after-data', 1],
  ] as const)('%s is unknown, and sending again keeps the id', async (behaviour, copies) => {
    const catcher = await testCatcher();
    const transport = testTransport(catcher.smtpUrl);
    const hasty = behaviour === 'silent-after-data' ? impatient : {};
    catcher.setBehaviour(behaviour, { times: 1 });
    const first = testTransport(catcher.smtpUrl, hasty);
    expect(await rejection(first.send(sampleMail()))).toBeInstanceOf(MailUnknown);
    expect(await transport.send(sampleMail())).toMatchObject({ state: 'sent' });
    const { mails, total } = catcher.list({ messageId: '<aviso-1@retorno.example>' });
    expect(total).toBe(copies);
    const texts = await Promise.all(mails.map(({ id }) => catcher.get(id)));
    expect(new Set(texts.map(({ text, html }) => text + html)).size).toBe(1);
  });

  test('misbehaving can be limited to one mailbox', async () => {
    const catcher = await testCatcher();
    const transport = testTransport(catcher.smtpUrl);
    catcher.setBehaviour('refuse', { to: 'Cerrado@Inventado.example' });
    const closed = transport.send(sampleMail({ to: 'cerrado@inventado.example' }));
    const open = transport.send(sampleMail({ to: 'abierto@inventado.example' }));
    expect(await rejection(closed)).toBeInstanceOf(MailRefused);
    expect(await open).toMatchObject({ state: 'sent' });
  });
});

test('200 mails at once all arrive, each once', async () => {
  const catcher = await testCatcher();
  const transport = testTransport(catcher.smtpUrl);
  const ids = Array.from({ length: 200 }, (_, index) => `aviso-${index}@retorno.example`);
  await Promise.all(ids.map((messageId) => transport.send(sampleMail({ messageId }))));
  const { mails, total } = catcher.list({ limit: 500 });
  expect(total).toBe(200);
  expect(mails.map(({ messageId }) => messageId).sort()).toEqual(ids.sort());
  expect(mails.map(({ id }) => Number(id))).toEqual(Array.from({ length: 200 }, (_, i) => 200 - i));
});

test('a restart keeps the mails and goes on counting', async () => {
  const store = await testDirectory();
  const before = await startMailCatcher({ store });
  const mail = sampleMail({ messageId: 'antes' });
  await testTransport(before.smtpUrl).send(mail);
  await before.stop();

  const after = await testCatcher({ store });
  expect(after.list().mails).toMatchObject([{ id: '1', messageId: 'antes@retorno.example' }]);
  expect((await after.get('1')).text).toBe(mail.text);
  await testTransport(after.smtpUrl).send(sampleMail({ messageId: 'despues' }));
  expect(after.list().mails.map(({ id }) => id)).toEqual(['2', '1']);
});

test('above its cap it lets the oldest go, on disk too', async () => {
  const store = await testDirectory();
  const catcher = await testCatcher({ store, cap: 3 });
  const transport = testTransport(catcher.smtpUrl);
  for (const messageId of ['a', 'b', 'c', 'd', 'e'])
    await transport.send(sampleMail({ messageId }));
  expect(catcher.list().mails.map(({ id }) => id)).toEqual(['5', '4', '3']);
  expect(await readdir(store)).toHaveLength(3);
  expect(await catcher.find('1')).toBeUndefined();
  await expect(catcher.get('1')).rejects.toThrow(RangeError);
});

test('an id is never a path', async () => {
  const catcher = await testCatcher();
  for (const id of ['../../etc/passwd', '..', '', '000000001']) {
    expect(await catcher.find(id)).toBeUndefined();
  }
});

test('bad settings are said at once', async () => {
  expect(() => testTransport('http://127.0.0.1')).toThrow(RangeError);
  expect(() => testTransport('smtp://127.0.0.1:25?logger=true')).toThrow(RangeError);
  expect(() => testTransport('smtp://127.0.0.1', { from: 'Retorno' })).toThrow(RangeError);
  const transport = testTransport('smtp://127.0.0.1:1');
  await expect(transport.send(sampleMail({ messageId: 'a b' }))).rejects.toThrow(RangeError);
  await expect(transport.send(sampleMail({ messageId: 'a\r\nBcc: x' }))).rejects.toThrow(
    RangeError,
  );
});
