import { type Scan, scanByClamd } from './clamd.js';

export type { Scan } from './clamd.js';

/** Looks into a file before it is stored. */
export interface Scanner {
  /** What it can find: `viruses` known to a scanner that is kept up to date, or the agreed test file alone. */
  readonly finds: 'viruses' | 'test-file';
  scan(bytes: Buffer): Promise<Scan>;
}

/** The test file of the anti-virus makers (EICAR, 68 characters), written so that this program is not taken for it. */
const TEST_FILE = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''),
  'latin1',
);

/** Finds the agreed test file wherever it stands in a file, and nothing else. */
export const LOCAL_SCANNER: Scanner = {
  finds: 'test-file',
  scan: async (bytes) => (bytes.includes(TEST_FILE) ? 'infected' : 'clean'),
};

/**
 * The scanner of an installation: ClamAV's `clamd` at an address (`host:port`, or the path of its socket), else the local one.
 * Both look for the test file, so that a scanner that answers yes to everything is noticed when it is set up.
 */
export function openScanner(address: string | undefined): Scanner {
  if (address === undefined) return LOCAL_SCANNER;
  return {
    finds: 'viruses',
    async scan(bytes) {
      const local = await LOCAL_SCANNER.scan(bytes);
      return local === 'clean' ? scanByClamd(address, bytes) : local;
    },
  };
}
