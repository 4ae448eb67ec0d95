import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type MailCatcherOptions, startMailCatcher } from '../../platform/mail/catcher.js';
import {
  createMailTransport,
  type MailTransportOptions,
  type OutgoingMail,
} from '../../platform/mail/transport.js';

/** A mail to an invented mailbox. */
export const sampleMail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: 'aviso-1@retorno.example',
  to: 'guardia@consulado-inventado.example',
  subject: 'Tarea nueva, plazo 23 nov 2026, 14:00 - R-7F3K-91',
  text: 'Su institución tiene una tarea nueva.\n',
  html: '<!doctype html><html lang="es"><body><p>Su institución tiene una tarea nueva.</p></body></html>',
  language: 'es',
  ...change,
});

/** Time limits for servers that are meant to exceed them; a busy machine would exceed them too. */
export const impatient = { greetingTimeout: 150, socketTimeout: 300 };

/** A transport that is closed when the test ends. */
export function testTransport(smtpUrl: string, change: Partial<MailTransportOptions> = {}) {
  const transport = createMailTransport({
    smtpUrl,
    from: 'Retorno <avisos@retorno.example>',
    ...change,
  });
  onTestFinished(() => transport.close());
  return transport;
}

/** A directory that is removed when the test ends. */
export async function testDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'retorno-mail-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A catcher that is stopped when the test ends. */
export async function testCatcher(change: Partial<MailCatcherOptions> = {}) {
  const catcher = await startMailCatcher({ store: await testDirectory(), ...change });
  onTestFinished(() => catcher.stop());
  return catcher;
}

/** What the promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`expected a failure, got ${JSON.stringify(value)}`)),
    (error: unknown) => error,
  );
}
