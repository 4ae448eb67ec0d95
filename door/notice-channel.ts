import { randomBytes } from 'node:crypto';
import type { Directory } from './directory.js';
import type { NoticeChannel } from './project.js';

/** Letters and digits that are not mistaken for each other when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Notices go by mail where the directory has a mailbox, and are always in the inbox. */
export function channelOf(directory: Directory): NoticeChannel {
  return {
    hasMail: (institution, level) => directory.findMailbox(institution, level) !== undefined,
    reference,
  };
}

/** A random reference for one message, e.g. `R-7F3K-91PQ`: it leads nowhere without signing in. */
function reference(): string {
  const letters = Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `R-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
