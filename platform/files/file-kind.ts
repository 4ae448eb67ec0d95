/** Width and height of a picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const KINDS = [
  { type: 'application/pdf', extension: 'pdf', begins: Buffer.from('%PDF-', 'latin1') },
  { type: 'image/jpeg', extension: 'jpg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  {
    type: 'image/png',
    extension: 'png',
    begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
] as const;

export type FileKind = (typeof KINDS)[number];

/** What a file is, by how it begins; undefined for anything that is not taken. */
export function findKind(bytes: Buffer): FileKind | undefined {
  return KINDS.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
}

/** How the name of a file of this type ends. */
export function extensionOf(type: string): string {
  return KINDS.find((kind) => kind.type === type)?.extension ?? 'bin';
}
