import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { newSeed, parseVerifier, type Signer, signerOf, type Verifier } from '../note/keys.js';
import type { WitnessCopy } from './witness.js';

/** A witness' own folder: its key, the log's key, its copy, and every checkpoint it signed. */
export interface WitnessStore {
  readonly log: Verifier;
  readonly signer: Signer;
  copy(): WitnessCopy | undefined;
  /** Keeps what was signed, before anybody is told. */
  keep(copy: WitnessCopy): void;
}

/** Makes the folder of a new witness and gives its public key. Throws RangeError where there is one, or a key is none. */
export function makeWitness(folder: string, name: string, log: string): Verifier {
  const file = join(folder, 'witness.key');
  if (existsSync(file)) throw new RangeError(`There is a witness in ${folder}`);
  if (!parseVerifier(log)) throw new RangeError('Not the key of a log');
  mkdirSync(join(folder, 'checkpoints'), { recursive: true, mode: 0o700 });
  const seed = newSeed();
  const signer = signerOf(name, 'cosignature', seed);
  writeFileSync(file, `${name} ${seed.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  writeFileSync(join(folder, 'log.pub'), `${log.trim()}\n`);
  writeFileSync(join(folder, 'witness.pub'), `${signer.text}\n`);
  return signer;
}

export function openWitness(folder: string): WitnessStore {
  const [name = '', seed = ''] = readFileSync(join(folder, 'witness.key'), 'utf8')
    .trim()
    .split(' ');
  const log = parseVerifier(readFileSync(join(folder, 'log.pub'), 'utf8'));
  if (!log) throw new RangeError('Not the key of a log');
  const state = join(folder, 'copy.json');
  return {
    log,
    signer: signerOf(name, 'cosignature', Buffer.from(seed, 'base64')),
    copy: () =>
      existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as WitnessCopy) : undefined,
    keep(copy) {
      writeFileSync(join(folder, 'checkpoints', String(copy.size)), copy.note);
      const fresh = `${state}.new`;
      const file = openSync(fresh, 'w', 0o600);
      writeSync(file, `${JSON.stringify(copy)}\n`);
      fsyncSync(file);
      closeSync(file);
      renameSync(fresh, state);
    },
  };
}

/** The names of the checkpoints a witness signed, shortest log first. */
export function listKept(folder: string): string[] {
  return readdirSync(join(folder, 'checkpoints'))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => join(folder, 'checkpoints', name));
}
