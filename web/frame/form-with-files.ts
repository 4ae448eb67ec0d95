import { ProblemError } from '../../api/errors.js';

/** A form that came with files: its texts as of any form, and the files by the name of their input. */
export class FormWithFiles extends URLSearchParams {
  readonly files = new Map<string, Buffer[]>();
}

/** Reads a `multipart/form-data` body. Names of files are not kept. Throws `request-malformed` for what is none. */
export async function readFormWithFiles(body: Buffer, contentType: string): Promise<FormWithFiles> {
  const form = new FormWithFiles();
  for (const [name, value] of await parse(body, contentType)) {
    if (typeof value === 'string') {
      form.append(name, value);
      continue;
    }
    const bytes = Buffer.from(await value.arrayBuffer());
    form.files.set(name, [...(form.files.get(name) ?? []), bytes]);
  }
  return form;
}

async function parse(body: Buffer, contentType: string) {
  try {
    const headers = { 'content-type': contentType };
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    throw new ProblemError('request-malformed');
  }
}
