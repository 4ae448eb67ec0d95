import type { Database } from '../../db/client.js';
import { countUnsent, readTimeline } from '../../db/queries/timeline.js';
import type { Language } from '../../platform/text.js';
import type { Player } from '../../rehearsal/player.js';
import { tellTimeline } from '../../rehearsal/timeline.js';
import type { OwnStage } from './own-stage.js';

/** Prints what happened in a played run and how it ended. Says whether it ended. */
export async function showPlayed(
  { db, door }: Pick<OwnStage, 'db' | 'door'>,
  player: Player,
  language: Language,
  tookMs: number,
): Promise<boolean> {
  await noticesSent(db, player.runId);
  const entries = await readTimeline(db.sql, player.runId);
  process.stdout.write(
    tellTimeline(player.definition, entries, {
      language,
      timeZone: 'America/Mexico_City',
      nameOf: (id) => {
        const row = door.directory.find(id);
        return (language === 'es' ? row?.nameEs : row?.nameEn) ?? id;
      },
    }),
  );
  const { ending, startedAt, lastAt } = await player.state();
  const days = Math.round((lastAt - startedAt) / 86_400_000);
  const name = player.definition.endings.find((one) => one.id === ending?.id)?.title[language];
  const seconds = (tookMs / 1000).toFixed(1);
  process.stdout.write(
    language === 'es'
      ? `\n${name ?? ending?.id ?? 'Sin terminar'}: ${days} días de la persona en ${seconds} s (${entries.length} actos).\n`
      : `\n${name ?? ending?.id ?? 'Not ended'}: ${days} days of the person in ${seconds} s (${entries.length} acts).\n`,
  );
  return ending !== undefined;
}

/** The last mails may still be on their way when the case is closed. */
async function noticesSent(db: Database, runId: string): Promise<void> {
  const until = performance.now() + 10_000;
  while ((await countUnsent(db.sql, runId)) > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
