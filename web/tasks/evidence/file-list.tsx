import type { ComponentChildren } from 'preact';
import type { DescribedFile } from '../../../api/runs/evidence.js';
import type { Place } from '../../../db/queries/holders.js';
import { extensionOf } from '../../../platform/files/file-kind.js';
import { Table } from '../../components/table.js';
import type { Visit } from '../../frame/visit.js';
import { Typed } from '../step/typed.js';
import { taskAt } from '../task.js';
import { WORDS } from './words.js';

/** Files with size and state, each to be downloaded; `actOf` adds what else can be done. Nothing where there are none. */
export function FileList(props: {
  readonly visit: Visit;
  readonly place: Place;
  readonly files: readonly DescribedFile[];
  readonly actOf?: (file: DescribedFile) => ComponentChildren;
}) {
  const { visit, place, files, actOf } = props;
  const words = WORDS[visit.language];
  if (files.length === 0) return null;
  const titles = [words.file, words.size, words.state, ...(actOf ? [words.act] : [])];
  return (
    <Table
      caption={words.files}
      captionSize="m"
      columns={titles.map((title) => ({ title }))}
      rows={files.map((file) => [
        <a class="govuk-link" href={taskAt(place, `/evidencia/${file.id}`)} download>
          <span class="govuk-visually-hidden">{`${words.download} `}</span>
          <Typed text={file.description} />
          {` (${extensionOf(file.type).toUpperCase()})`}
        </a>,
        words.kb(String(Math.max(1, Math.round(file.size / 1024)))),
        file.seq === null ? words.unsent : words.sent,
        ...(actOf ? [actOf(file)] : []),
      ])}
    />
  );
}
