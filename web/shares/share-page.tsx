import type { Action } from '../../api/auth/policy.js';
import { refused } from '../../api/errors.js';
import type { OpenRun } from '../../api/runs/open-run.js';
import { acknowledge, getShareOf, shownShare } from '../../api/runs/open-share.js';
import { shareId } from '../../api/schemas/common.js';
import type { ShareView } from '../../api/schemas/shares.js';
import { caseKeyOf } from '../../api/views/case-key.js';
import { categoryWords } from '../../api/views/category-words.js';
import { momentOf } from '../../api/views/due-view.js';
import { shareView } from '../../api/views/share-view.js';
import { refusal } from '../../protocols/refusals.js';
import { BackLink } from '../components/back-link.js';
import { Banner } from '../components/banner.js';
import { Button } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { CONTROLS } from '../forms/names.js';
import { freshKey, getKey } from '../forms/one-time-key.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { packetRows } from '../tasks/step/people-data.js';
import { Typed } from '../tasks/step/typed.js';
import { openCase } from '../tasks/task.js';
import { recalledWords } from './recalled-words.js';
import { receiptWords } from './share-list.js';
import { WORDS } from './words.js';

/** A share: what was sent, what for and on what ground. The data shows when asked for, and that is recorded. */
export async function sharePage(visit: Visit): Promise<Shown> {
  const { language, session, query } = visit;
  const words = WORDS[language];
  const { opened, id } = await openShare(visit, 'share.read');
  const release = await getShareOf(opened, id);
  const share = shareView(shownShare(release, opened.run.state), opened.definition, language);
  const address = `/compartidos/${share.run}/${share.share}`;
  const rows =
    query.get('datos') === 'ver' && !share.recalled
      ? await packetRows(visit, opened, id)
      : undefined;
  const title = `${share.step.title} – ${caseKeyOf(share.run)}`;
  const content = (
    <>
      <BackLink href="/compartidos" text={words.back} />
      {query.get('acuse') === 'si' && share.state === 'acknowledged' && (
        <Banner kind="success" text={words.confirmed} />
      )}
      <span class="govuk-caption-l">{share.protocol.title}</span>
      <h1 class="govuk-heading-l">{share.step.title}</h1>
      <SummaryList
        rows={[
          {
            key: words.case,
            value: (
              <a class="govuk-link rt-key" href={`/tareas/${share.run}`}>
                {caseKeyOf(share.run)}
              </a>
            ),
          },
          { key: words.categories, value: categoryWords(share.categories, language) },
          { key: words.purpose, value: share.purpose },
          { key: words.ground, value: share.ground.ref },
          {
            key: words.sent,
            value: momentOf(Date.parse(share.releasedAt), session.timeZone, language),
          },
          { key: words.receipt, value: receiptWords(share, language, session.timeZone) },
          { key: words.recalled, value: recalledWords(share, language, session.timeZone) },
        ]}
      />
      <h2 class="govuk-heading-m" id="datos" tabIndex={-1}>
        {words.data}
      </h2>
      {rows ? (
        <>
          <p class="govuk-body-s rt-quiet">{words.shownNow}</p>
          {rows.length === 0 ? (
            <p class="govuk-body">{words.noFields}</p>
          ) : (
            <SummaryList
              rows={rows.map(({ key, value }) => ({ key, value: <Typed text={value} /> }))}
            />
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={address}>
              {words.hide}
            </a>
          </p>
        </>
      ) : share.recalled ? (
        <p class="govuk-body">{words.recalledHint}</p>
      ) : (
        <>
          <p class="govuk-body">{words.hint}</p>
          <Button href={`${address}?datos=ver#datos`} kind="secondary">
            {words.show}
          </Button>
        </>
      )}
      {awaitsReceipt(share) && (
        <form method="post" autocomplete="off" action={address} noValidate>
          <FormKey visit={visit} />
          <input type="hidden" name={CONTROLS.key} value={freshKey()} />
          <p class="govuk-body">{words.confirmHint}</p>
          <Button>{words.confirm}</Button>
        </form>
      )}
    </>
  );
  return { title, content };
}

/** Not all data asks for a receipt: counts without a person in them do not. */
function awaitsReceipt({ state, acknowledgeBy, recalled }: ShareView): boolean {
  return state === 'released' && acknowledgeBy !== undefined && !recalled;
}

/** Confirms the receipt, once; whoever comes second finds it confirmed. */
export async function confirmReceipt(visit: Visit): Promise<Answer> {
  const key = getKey(visit.form);
  const { opened, id } = await openShare(visit, 'share.acknowledge');
  const { state, acknowledgeBy } = await getShareOf(opened, id);
  if (state === 'released' && acknowledgeBy) await acknowledge(opened, id, key);
  return { to: `/compartidos/${opened.run.id}/${id}?acuse=si` };
}

async function openShare(visit: Visit, action: Action): Promise<{ opened: OpenRun; id: string }> {
  const opened = await openCase(visit, action);
  const id = visit.params.share ?? '';
  if (!shareId.safeParse(id).success) throw refused(refusal('share-unknown'));
  return { opened, id };
}
