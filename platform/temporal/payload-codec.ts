import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { NamedKey } from '../named-keys.js';

const payloadMessage = proto.temporal.api.common.v1.Payload;
const encoding = 'binary/encrypted';
const keyIdField = 'encryption-key-id';
const nonceBytes = 12;
const tagBytes = 16;

/** Decrypting a payload failed. The message names the key id and nothing of the content. */
export class PayloadDecryptionError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'PayloadDecryptionError';
  }
}

/**
 * AES-256-GCM for everything handed to Temporal. The first key encrypts; its id travels in clear
 * and is bound to the ciphertext; all keys decrypt. A payload that is not encrypted is refused when
 * read, since accepting one would let whoever can write to Temporal's store forge contents.
 *
 * Errors: `PayloadDecryptionError` for an unknown key, an altered or an unencrypted payload.
 */
export function payloadCodec(keys: readonly NamedKey[]): PayloadCodec {
  const [current] = keys;
  if (!current) throw new Error('the payload codec needs at least one key');
  const keyById = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, current)),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, keyById)),
  };
}

function encrypt(payload: Payload, { id, key }: NamedKey): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(`${encoding} ${id}`));
  const clear = payloadMessage.encode(payload).finish();
  const sealed = Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  return {
    metadata: {
      [METADATA_ENCODING_KEY]: Buffer.from(encoding),
      [keyIdField]: Buffer.from(id),
    },
    data: sealed,
  };
}

function decrypt(payload: Payload, keyById: ReadonlyMap<string, Buffer>): Payload {
  if (textOf(payload.metadata?.[METADATA_ENCODING_KEY]) !== encoding) {
    throw new PayloadDecryptionError('payload is not encrypted');
  }
  const id = textOf(payload.metadata?.[keyIdField]);
  const key = keyById.get(id);
  if (!key) {
    throw new PayloadDecryptionError(
      `payload key "${id}" is not known; add it to RETORNO_PAYLOAD_KEY after the current key`,
    );
  }
  const data = Buffer.from(payload.data ?? []);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(`${encoding} ${id}`));
    decipher.setAuthTag(data.subarray(-tagBytes));
    const sealed = data.subarray(nonceBytes, -tagBytes);
    const clear = Buffer.concat([decipher.update(sealed), decipher.final()]);
    return payloadMessage.decode(clear);
  } catch (cause) {
    throw new PayloadDecryptionError(`payload altered, or key "${id}" is not the right one`, {
      cause,
    });
  }
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes).toString('utf8') : '';
}
