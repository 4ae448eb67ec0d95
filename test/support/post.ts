import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { deliverDue } from '../../activities/deliver-mails.js';
import type { ActivityDeps } from '../../activities/deps.js';
import { createMailBreaker } from '../../activities/mail-breaker.js';
import type { Door } from '../../door/door.js';
import { type MailCatcher, startMailCatcher } from '../../platform/mail/catcher.js';
import { createMailTransport } from '../../platform/mail/transport.js';

/** A real mail server that delivers to nobody, and the part of a worker that hands waiting mails to it. */
export interface Post {
  readonly catcher: MailCatcher;
  readonly deps: ActivityDeps;
  /** Hands over every mail whose time has come; once, so what cannot be sent waits. How many were tried. */
  deliver(): Promise<number>;
  close(): Promise<void>;
}

/** Failures are what several tests are about; their log would hide everything else. */
const logger = new DefaultLogger('ERROR', () => {});

export async function openPost(
  door: Door,
  options: { publicUrl?: string; smtpUrl?: string } = {},
): Promise<Post> {
  const store = await mkdtemp(join(tmpdir(), 'retorno-post-'));
  const catcher = await startMailCatcher({ store });
  const mail = createMailTransport({
    smtpUrl: options.smtpUrl ?? catcher.smtpUrl,
    from: 'Retorno <avisos@retorno.example>',
    connectTimeout: 2000,
  });
  const deps: ActivityDeps = {
    door,
    mail,
    mailIsCaught: true,
    retention: { contact: 90, protection: 365, identity: 730 },
    publicUrl: options.publicUrl ?? 'https://retorno.example',
    messageIdKey: randomBytes(32),
    stopping: new AbortController().signal,
    reconcile: async () => ({ compared: 0, restarted: 0, caughtUp: 0, ended: 0 }),
  };
  return {
    catcher,
    deps,
    async deliver() {
      const round = () =>
        new MockActivityEnvironment({}, { logger }).run(() =>
          deliverDue(deps, createMailBreaker()),
        ) as Promise<number>;
      let all = 0;
      for (let done = await round(); done > 0; done = await round()) all += done;
      return all;
    },
    async close() {
      mail.close();
      await catcher.stop();
      await rm(store, { recursive: true, force: true });
    },
  };
}
