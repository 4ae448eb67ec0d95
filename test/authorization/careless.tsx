import type { AppDeps } from '../../api/app.js';
import { findRun } from '../../db/queries/find-run.js';
import { listAnswers } from '../../db/queries/release-data.js';
import { answersPlace, getPersonKeys } from '../../door/sealed-answers.js';
import { unseal } from '../../platform/vault/seal.js';
import { DEFAULT_WEB } from '../../web/context.js';
import { show } from '../../web/frame/routes.js';

/** A page as somebody in a hurry would write it: it reads a run without asking how its reader stands to it. */
export const listAnswersOf: NonNullable<AppDeps['pages']> = async (app, api) => {
  const context = { ...api, web: DEFAULT_WEB };
  await app.register(async (pages) => {
    await pages.register((await import('@fastify/cookie')).default);
    show(pages, context, '/casos/:run/fuga', 'case.board', async ({ params }) => {
      const { sql } = api.door.db;
      const runId = params.run ?? '';
      const stored = await findRun(sql, runId);
      if (!stored) return { title: '', content: '' };
      const keys = await getPersonKeys(api.door, stored.personId);
      const compartments = ['identity', 'contact', 'protection'];
      const all = await listAnswers(sql, { runId, upTo: 100, compartments });
      const texts = all.map(({ seq, compartment, ciphertext }) => {
        const key = keys[compartment as keyof typeof keys];
        return unseal(
          key,
          ciphertext,
          answersPlace(runId, seq, compartment as 'identity'),
        ).toString();
      });
      return { title: 'Fuga', content: <p>{texts.join('\n').replaceAll('"', ' ')}</p> };
    });
  });
};
