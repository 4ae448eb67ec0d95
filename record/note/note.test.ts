import { describe, expect, it } from 'vitest';
import { checkpointText, openCheckpoint, parseCheckpoint } from './checkpoint.js';
import { newSeed, parseVerifier, signerOf } from './keys.js';
import { formatNote, parseNote, signedAt, signNote } from './note.js';

const seed = Buffer.alloc(32, 7);
const log = signerOf('retorno/log/invented', 'note', seed);
const text = checkpointText({ origin: log.name, size: 5, root: Buffer.alloc(32, 1) });

describe('a signed note', () => {
  it('opens the example of the Go project that defined the format', () => {
    const peter = parseVerifier(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    )!;
    const signed =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n\n" +
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    const note = parseNote(signed)!;
    expect(signedAt(note, peter)).toBe(0);
    expect(formatNote(note)).toBe(signed);
    expect(signedAt(parseNote(signed.replace('answer', 'question'))!, peter)).toBeUndefined();
  });

  it('is good for its own text, name, key and kind only', () => {
    const note = parseNote(formatNote({ text, signatures: [signNote(text, log)] }))!;
    expect(signedAt(note, log)).toBe(0);
    expect(signedAt({ ...note, text: text.replace('5', '6') }, log)).toBeUndefined();
    expect(signedAt(note, signerOf(log.name, 'note', newSeed()))).toBeUndefined();
    expect(signedAt(note, signerOf('another', 'note', seed))).toBeUndefined();
    expect(signedAt(note, signerOf(log.name, 'cosignature', seed))).toBeUndefined();
  });

  it('says when a witness signed, and the time is part of what was signed', () => {
    const witness = signerOf('defensoria-inventada', 'cosignature', seed);
    const signature = signNote(text, witness, 1_795_000_000);
    expect(signedAt({ text, signatures: [signature] }, witness)).toBe(1_795_000_000);
    const later = Buffer.from(signature.bytes);
    later.writeBigUInt64BE(1_795_000_001n, 4);
    expect(
      signedAt({ text, signatures: [{ ...signature, bytes: later }] }, witness),
    ).toBeUndefined();
  });

  it('has a key as text that says name, kind and key, and is refused when a letter is wrong', () => {
    expect(parseVerifier(log.text)?.text).toBe(log.text);
    expect(parseVerifier(log.text.replace('+', ' '))).toBeUndefined();
    expect(parseVerifier(log.text.replace(/.{4}$/, 'AAAA'))).toBeUndefined();
    expect(() => signerOf('two words', 'note', seed)).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  it('is opened when its own log signed it, and not as that of another', () => {
    const signed = formatNote({ text, signatures: [signNote(text, log)] });
    expect(openCheckpoint(signed, log)).toMatchObject({ origin: log.name, size: 5 });
    const other = signerOf('retorno/log/other', 'note', seed);
    const lent = formatNote({ text, signatures: [signNote(text, other)] });
    expect(openCheckpoint(lent, other)).toBeUndefined();
  });

  it.each(['x\n05\nAA==\n', 'x\n-1\nAA==\n', '\n5\nAA==\n', 'x\n5\nAAAA\n', 'x\n5'])(
    'is not %j',
    (given) => {
      expect(parseCheckpoint(given)).toBeUndefined();
    },
  );
});
