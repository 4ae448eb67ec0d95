/// <reference lib="dom" />
import type { PreviousUpload, UrlStorage } from 'tus-js-client';
import { dropCopy, findCopy, keepCopy } from './local-copy.js';

/**
 * Which address a file has half gone to, kept like other things that are not at the server yet: encrypted, under a name that
 * tells nothing, gone on signing out. Neither the file's name nor anything of it is kept.
 */
export const KEPT_UPLOADS: UrlStorage = {
  findAllUploads: async () => [],
  async findUploadsByFingerprint(fingerprint) {
    const kept = fingerprint ? await findCopy(fingerprint) : undefined;
    const uploadUrl = kept?.get('url');
    return uploadUrl ? [previous(fingerprint, uploadUrl)] : [];
  },
  async addUpload(fingerprint, { uploadUrl }) {
    await keepCopy(fingerprint, new URLSearchParams({ url: uploadUrl ?? '' }));
    return fingerprint;
  },
  removeUpload: dropCopy,
};

function previous(urlStorageKey: string, uploadUrl: string): PreviousUpload {
  const unknown = { size: null, metadata: {}, creationTime: '', parallelUploadUrls: null };
  return { ...unknown, urlStorageKey, uploadUrl };
}

/**
 * SHA-256 of a file, in hex, and by what the same file is known again at the same place: a keyed digest, so that whoever has
 * the file and this machine cannot tell that it was sent. Both are empty where browsers offer no encryption (without TLS).
 */
export async function fingerprintOf(
  file: File,
  place: string,
): Promise<{ fingerprint: string; digest: string }> {
  const key = document.querySelector<HTMLMetaElement>('meta[name=rt-llave]')?.content;
  if (!key || !crypto.subtle) return { fingerprint: '', digest: '' };
  const digest = toHex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const text = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const signing = await crypto.subtle.importKey('raw', text.encode(key), hmac, false, ['sign']);
  const sum = await crypto.subtle.sign('HMAC', signing, text.encode(`${place}\n${digest}`));
  return { fingerprint: toHex(sum), digest };
}

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
