import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MailRefused, MailUnavailable, MailUnknown } from '../../platform/mail/mail-errors.js';
import { impatient, rejection, sampleMail, testTransport } from './mail-fixtures.js';
import { type SmtpMoment, type SmtpReply, startScriptedServer } from './scripted-server.js';

const serverThat = async (script: Partial<Record<SmtpMoment, SmtpReply>>) => {
  const server = await startScriptedServer(script);
  onTestFinished(() => server.stop());
  return server;
};

const outcomeOf = async (
  script: Partial<Record<SmtpMoment, SmtpReply>>,
  mail = sampleMail(),
  login = '',
) => {
  const server = await serverThat(script);
  const limits = Object.values(script).includes('silent') ? impatient : {};
  const transport = testTransport(`smtp://${login}127.0.0.1:${server.port}`, limits);
  return { error: await rejection(transport.send(mail)), taken: server.bodies.length };
};

type Case = [what: string, script: Partial<Record<SmtpMoment, SmtpReply>>];

describe('refused: the server says never', () => {
  test.each<[...Case, stage: string]>([
    ['the mailbox does not exist', { RCPT: '550 5.1.1 no such user' }, 'recipient'],
    ['the mailbox does not exist, without a status code', { RCPT: '553 no' }, 'recipient'],
    ['the message is not wanted, before its text', { DATA: '554 5.7.1 no' }, 'message'],
    ['the message is not wanted, after its text', { 'body-ended': '554 5.7.1 spam' }, 'message'],
    ['the message is too large', { 'body-ended': '552 5.3.4 too large' }, 'message'],
  ])('%s', async (_what, script, stage) => {
    const { error } = await outcomeOf(script);
    expect(error).toBeInstanceOf(MailRefused);
    expect(error).toMatchObject({ stage });
  });
});

describe('unavailable: nothing was accepted', () => {
  test.each<Case>([
    ['no greeting in time', { connect: 'silent' }],
    ['cut before the greeting', { connect: 'drop' }],
    ['greeted with 421', { connect: '421 4.3.2 busy' }],
    ['greeted with 554', { connect: '554 no service' }],
    ['cut at the sender', { MAIL: 'drop' }],
    ['no answer to the sender', { MAIL: 'silent' }],
    ['the sender is refused, which is our own fault', { MAIL: '550 5.7.1 not you' }],
    ['the recipient later', { RCPT: '451 4.3.0 later' }],
    ['the recipient later, mailbox full', { RCPT: '452 4.2.2 full' }],
    ['the recipient: 421 and closing', { RCPT: '421 4.3.2 closing' }],
    ['bad sequence, which another session may not repeat', { RCPT: '503 5.5.1 sequence' }],
    ['cut at the recipient', { RCPT: 'drop' }],
    ['cut at DATA', { DATA: 'drop' }],
    ['no answer to DATA', { DATA: 'silent' }],
    ['the message later, said after its text', { 'body-ended': '451 4.3.0 later' }],
    ['the message: 421 after its text', { 'body-ended': '421 4.3.2 closing' }],
  ])('%s', async (_what, script) => {
    const { error } = await outcomeOf(script);
    expect(error).toBeInstanceOf(MailUnavailable);
  });

  test('cut in the middle of the text', async () => {
    const large = sampleMail({ text: 'x\n'.repeat(4_000_000) });
    const { error, taken } = await outcomeOf({ 'body-begins': 'drop' }, large);
    expect(error).toBeInstanceOf(MailUnavailable);
    expect(taken).toBe(0);
  });

  test('nobody listens', async () => {
    const server = await startScriptedServer({});
    await server.stop();
    const transport = testTransport(`smtp://127.0.0.1:${server.port}`);
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
  });

  test('the password is wrong', async () => {
    const script = { EHLO: '250-test\r\n250 AUTH PLAIN', AUTH: '535 5.7.8 wrong' };
    const { error } = await outcomeOf(script, sampleMail(), 'someone:secret-word@');
    expect(error).toBeInstanceOf(MailUnavailable);
    expect(String(error)).not.toContain('secret-word');
  });

  test('a host elsewhere that offers no encryption is not trusted with a mail', async () => {
    const server = await serverThat({});
    // The name is not loopback to the transport although it leads to this machine.
    const transport = testTransport(`smtp://0.0.0.0:${server.port}`);
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
    expect(server.bodies).toHaveLength(0);
    const lifted = testTransport(`smtp://0.0.0.0:${server.port}?requireTLS=false`);
    expect(await lifted.send(sampleMail())).toMatchObject({ state: 'sent' });
  });

  test('the transport was closed', async () => {
    const server = await serverThat({});
    const transport = testTransport(`smtp://127.0.0.1:${server.port}`);
    transport.close();
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
  });

  test('it waited for a free connection too long', async () => {
    const server = await serverThat({ RCPT: 'silent' });
    const transport = testTransport(`smtp://127.0.0.1:${server.port}`, {
      connections: 1,
      socketTimeout: 10_000,
      totalTimeout: 200,
    });
    const both = [sampleMail(), sampleMail({ messageId: 'aviso-2' })];
    for (const error of await Promise.all(both.map((mail) => rejection(transport.send(mail))))) {
      expect(error).toBeInstanceOf(MailUnavailable);
    }
  });
});

describe('unknown: handed over, no answer', () => {
  test.each<Case>([
    ['cut after the text', { 'body-ended': 'drop' }],
    ['silent after the text', { 'body-ended': 'silent' }],
    ['an answer that is none', { 'body-ended': 'hello' }],
    ['an answer in the wrong place', { 'body-ended': '354 go on' }],
  ])('%s', async (_what, script) => {
    const { error, taken } = await outcomeOf(script);
    expect(error).toBeInstanceOf(MailUnknown);
    expect(taken).toBe(1);
  });

  test('the server trickles its answer until the time for one mail is over', async () => {
    const sockets = createServer((socket) => {
      socket.write('220 test\r\n');
      let body = false;
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        if (body && text.endsWith('\r\n.\r\n')) {
          const drip = setInterval(() => socket.write('250-wait\r\n'), 50);
          socket.on('close', () => clearInterval(drip));
        } else if (!body) {
          body = text.startsWith('DATA');
          socket.write(body ? '354 go\r\n' : '250 ok\r\n');
        }
      });
    });
    await new Promise<void>((resolve) => sockets.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      sockets.close();
    });
    const { port } = sockets.address() as { port: number };
    const transport = testTransport(`smtp://127.0.0.1:${port}`, { totalTimeout: 500 });
    expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnknown);
  });
});

test('what the server said is kept aside, since it may quote the address', async () => {
  const { error } = await outcomeOf({
    RCPT: '550 5.1.1 <guardia@consulado-inventado.example> unknown',
  });
  expect(error).toMatchObject({ responseCode: 550, statusCode: '5.1.1' });
  expect((error as MailRefused).response).toContain('guardia@consulado-inventado.example');
  expect(String((error as MailRefused).stack)).not.toContain('guardia');
  expect(JSON.stringify(error)).not.toContain('guardia');
  expect((error as MailRefused).message).toBe(
    'Mail refused for good (recipient, 550 5.1.1, EENVELOPE)',
  );
});

test('an address that is none, or more than one, is refused without a connection', async () => {
  const transport = testTransport('smtp://127.0.0.1:1');
  for (const to of [
    '',
    'a',
    'a@b.example, c@d.example',
    'A <a@b.example>',
    'a@b\r\nBcc: c@d.example',
  ]) {
    expect(await rejection(transport.send(sampleMail({ to })))).toBeInstanceOf(MailRefused);
  }
});

test('a mail is handed over once per send, also when the line is cut', async () => {
  const server = await serverThat({ 'body-ended': 'drop' });
  const transport = testTransport(`smtp://127.0.0.1:${server.port}`);
  await rejection(transport.send(sampleMail()));
  await rejection(transport.send(sampleMail()));
  expect(server.bodies).toHaveLength(2);
});

test('a lost connection is reported, not tried again behind the back of the caller', async () => {
  const server = await serverThat({ connect: 'drop' });
  const transport = testTransport(`smtp://127.0.0.1:${server.port}`);
  expect(await rejection(transport.send(sampleMail()))).toBeInstanceOf(MailUnavailable);
  expect(server.connections()).toBe(1);
});
