import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { simpleParser } from 'mailparser';
import { OperatorError } from '../../../platform/text.js';
import { isKeyName } from '../../../record/note/keys.js';
import { makeWitness, openWitness } from '../../../record/witness/store.js';
import {
  parseSubmission,
  type WitnessAnswer,
  witnessCheckpoint,
} from '../../../record/witness/witness.js';
import { onceStopped } from '../../processes/context.js';

/** The command `retorno witness init`. Throws `OperatorError` where there is a witness already, or the key is none. */
export async function initWitness(
  folder: string,
  { name, log }: { name: string; log: string },
): Promise<void> {
  try {
    if (!isKeyName(name)) throw new RangeError(`Not a name for a key: ${name}`);
    process.stdout.write(`${makeWitness(folder, name, readFileSync(log, 'utf8')).text}\n`);
  } catch (cause) {
    throw new OperatorError(
      {
        es: `No se pudo crear el testigo en ${folder}. El nombre va sin espacios ni «+», la carpeta no debe tener ya un testigo, y ${log} debe ser la clave del registro.`,
        en: `The witness could not be made in ${folder}. The name has neither spaces nor "+", the folder must not have a witness yet, and ${log} must be the key of the log.`,
      },
      { cause },
    );
  }
}

/** Judges a text with a checkpoint, and keeps what was signed. */
export function answerAsWitness(folder: string, text: string, now = Date.now()): WitnessAnswer {
  const { log, signer, copy, keep } = openWitness(folder);
  const submission = parseSubmission(text);
  if (!submission) return { status: 400 };
  const answer = witnessCheckpoint(submission, log, signer, copy(), Math.floor(now / 1000));
  if (answer.status === 200) keep(answer.copy);
  return answer;
}

const REFUSALS = {
  400: {
    es: 'Ahí no hay un punto de control que se pueda leer.',
    en: 'There is no checkpoint in it that can be read.',
  },
  403: {
    es: 'El punto de control no lleva la firma del registro que este testigo vigila.',
    en: 'The checkpoint does not carry the signature of the log this witness watches.',
  },
  422: {
    es: 'ALARMA: el registro no concuerda con lo que este testigo firmó antes. Se reescribió. Guarde este archivo y avise.',
    en: 'ALARM: the log is not consistent with what this witness signed before. It was rewritten. Keep this file and tell others.',
  },
} as const;

/** The command `retorno witness sign`: exit 0 signed, 1 not consistent, 2 it could not be judged. */
export async function signAsWitness(folder: string, file: string): Promise<void> {
  const raw = readFileSync(file);
  const isMail = /^(?:[A-Za-z-]+:[^\n]*\n|[ \t][^\n]*\n)+\r?\n/.test(raw.toString('latin1'));
  const text = isMail ? ((await simpleParser(raw)).text ?? '') : raw.toString('utf8');
  const answer = answerAsWitness(folder, text);
  if (answer.status === 200) {
    process.stdout.write(answer.line);
    return;
  }
  process.exitCode = answer.status === 422 ? 1 : 2;
  const { es, en } =
    answer.status === 409
      ? {
          es: `La prueba no empieza en la última copia de este testigo (${answer.size} anotaciones). Pida un mensaje con esa prueba o firme antes los que falten.`,
          en: `The proof does not begin at this witness' last copy (${answer.size} entries). Ask for a message with that proof, or sign the missing ones first.`,
        }
      : REFUSALS[answer.status];
  process.stderr.write(`${es}\n${en}\n`);
}

const LONGEST = 16_384;

/** A witness by HTTP, C2SP tlog-witness: `POST /add-checkpoint`. One request after the other, so that nothing is signed twice. */
export function witnessServer(folder: string): Server {
  return createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/add-checkpoint') {
      response.writeHead(404).end();
      return;
    }
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
      if (body.length > LONGEST) request.destroy();
    });
    request.on('end', () => {
      const answer = answerAsWitness(folder, body);
      const type = answer.status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
      response.writeHead(answer.status, { 'content-type': type });
      response.end(
        answer.status === 200 ? answer.line : answer.status === 409 ? `${answer.size}\n` : '',
      );
    });
  });
}

/** The command `retorno witness serve`. */
export async function serveWitness(
  folder: string,
  { port, host }: { port: string; host: string },
): Promise<void> {
  openWitness(folder);
  const server = witnessServer(folder);
  await new Promise<void>((resolve) => server.listen(Number(port), host, resolve));
  process.stdout.write(`http://${host}:${port}/add-checkpoint\n`);
  await onceStopped(() => new Promise((resolve) => server.close(() => resolve())));
}
