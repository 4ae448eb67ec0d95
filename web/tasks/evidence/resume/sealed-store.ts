import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import {
  appendToFile,
  beginFile,
  dropUnfinished,
  findUnfinished,
} from '../../../../api/runs/unfinished-files.js';
import { UPLOAD_LIFE } from '../../../../db/queries/unfinished-uploads.js';
import { LARGEST_FILE } from '../../../../platform/files/clean-file.js';
import type { Task } from '../../task.js';
import { WORDS } from '../words.js';

/** An answer whose words are for whoever sends the file. */
export interface Said {
  readonly status_code: number;
  readonly body: string;
  readonly said: true;
}

/** The unfinished files of one person for one task, in the shape the protocol's server works with; it sees no others. */
export class SealedStore extends DataStore {
  override extensions = ['creation', 'expiration', 'termination'];
  readonly #task: Task;

  constructor(task: Task) {
    super();
    this.#task = task;
  }

  override async create(upload: Upload): Promise<Upload> {
    const { opened, place } = this.#task;
    const words = WORDS[opened.language];
    const size = upload.size ?? 0;
    if (size < 1) throw say(words.faults.empty);
    if (size > LARGEST_FILE) throw say(words.faults['too-large']);
    const begun = await beginFile(opened, place, size);
    if (begun === 'not-open') throw ERRORS.FILE_NOT_FOUND;
    if (typeof begun === 'string') throw say(words.limits[begun]);
    // The name is given here: ids are made where they are stored.
    upload.id = begun.id;
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { opened, place } = this.#task;
    const found = await findUnfinished(opened, place, id);
    if (!found) throw ERRORS.FILE_NOT_FOUND;
    const { size, received: offset, startedAt } = found;
    return new Upload({ id, size, offset, creation_date: startedAt.toISOString() });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const end = await appendToFile(this.#task.opened, id, offset, stream);
    if (end === undefined) throw ERRORS.INVALID_OFFSET;
    return end;
  }

  override async remove(id: string): Promise<void> {
    await this.getUpload(id);
    await dropUnfinished(this.#task.opened, id);
  }

  override getExpiration(): number {
    return UPLOAD_LIFE;
  }
}

function say(body: string): Said {
  return { status_code: 413, body, said: true };
}
