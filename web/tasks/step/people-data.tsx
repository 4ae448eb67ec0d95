import type { OpenRun } from '../../../api/runs/open-run.js';
import { openPacket } from '../../../api/runs/open-share.js';
import { receivedShares } from '../../../api/runs/received.js';
import type { ShareView } from '../../../api/schemas/shares.js';
import { categoryWords } from '../../../api/views/category-words.js';
import { formView } from '../../../api/views/form-view.js';
import { findField, packetView } from '../../../api/views/packet-view.js';
import { SummaryList } from '../../components/summary-list.js';
import { shownAnswer } from '../../forms/shown.js';
import type { Visit } from '../../frame/visit.js';
import { recalledWords } from '../../shares/recalled-words.js';
import { Typed } from './typed.js';
import { WORDS } from './words.js';

/** Data that was sent for a case; at most one packet opened. */
export interface PeopleData {
  readonly shares: readonly ShareView[];
  readonly opened?: { readonly share: string; readonly rows: readonly DataRow[] };
}

export interface DataRow {
  readonly key: string;
  readonly value: string;
}

/** What was sent to the institution, and the packet the address asks for; its opening is recorded. */
export async function readPeopleData(visit: Visit, of: OpenRun): Promise<PeopleData> {
  const shares = await receivedShares(of);
  const asked = visit.query.get('datos');
  const share = shares.find((one) => one.share === asked);
  if (!share || share.recalled) return { shares };
  return { shares, opened: { share: share.share, rows: await packetRows(visit, of, share.share) } };
}

/** The content of a packet as people read it. Recorded as opened. */
export async function packetRows(
  { language, session }: Visit,
  of: OpenRun,
  share: string,
): Promise<DataRow[]> {
  const { release, packet } = await openPacket(of, share);
  return packetView(of, release, packet).fields.map(({ id, label, value }) => {
    const field = findField(of.definition, id);
    const [view] = formView(field ? [field] : [], language);
    const shown = view ? shownAnswer(view, value, session.timeZone, language) : String(value);
    return { key: label, value: shown };
  });
}

/** Data behind a button: nothing personal shows before it was asked for. `form` saves what was typed on the way. */
export function PeopleDataPart(props: {
  readonly visit: Visit;
  readonly data: PeopleData;
  /** Id of the form to save first; without one the button is a link. */
  readonly form?: string;
}) {
  const { visit, data, form } = props;
  const words = WORDS[visit.language];
  return (
    <section aria-labelledby="datos">
      <h2 class="govuk-heading-m" id="datos" tabIndex={-1}>
        {words.data}
      </h2>
      <p class="govuk-body">{data.shares.length === 0 ? words.noData : words.dataHint}</p>
      {data.shares.map((share) => (
        <div class="rt-sheet">
          <SummaryList
            noBorder
            rows={[
              { key: words.from, value: share.step.title },
              { key: words.categories, value: categoryWords(share.categories, visit.language) },
              { key: words.purpose, value: share.purpose },
              {
                key: words.recalled,
                value: recalledWords(share, visit.language, visit.session.timeZone),
              },
            ]}
          />
          {data.opened?.share === share.share ? (
            <>
              <p class="govuk-body-s rt-quiet">{words.dataOpened}</p>
              <SummaryList
                rows={data.opened.rows.map((row) => ({
                  ...row,
                  value: <Typed text={row.value} />,
                }))}
              />
            </>
          ) : share.recalled ? null : (
            <Opener visit={visit} share={share} form={form} />
          )}
        </div>
      ))}
    </section>
  );
}

function Opener({ visit, share, form }: { visit: Visit; share: ShareView; form?: string }) {
  const words = WORDS[visit.language];
  const text = (
    <>
      {words.show}
      <span class="govuk-visually-hidden">{` ${words.showAbout(share.step.title)}`}</span>
    </>
  );
  if (form !== undefined) {
    return (
      <button
        type="submit"
        form={form}
        name="accion"
        value={`datos:${share.share}`}
        class="govuk-button govuk-button--secondary"
      >
        {text}
      </button>
    );
  }
  const [path = '', given = ''] = visit.url.split('?');
  const query = new URLSearchParams(given);
  query.set('datos', share.share);
  return (
    <a class="govuk-link" href={`${path}?${query.toString()}#datos`}>
      {text}
    </a>
  );
}
