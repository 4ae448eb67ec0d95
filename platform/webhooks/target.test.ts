import { describe, expect, it } from 'vitest';
import { callWebhook, type Resolve } from './call.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';
import { readHost, readTarget } from './target.js';

/** Addresses nobody may have us call, in the notations in which they were tried on others. */
const WRITTEN: readonly string[] = [
  // This machine, as numbers of every kind.
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://0177.0.0.1/',
  'https://0177.0000.0000.0001/',
  'https://127.0.0.1./',
  'https://127.255.255.254/',
  'https://0.0.0.0/',
  'https://0/',
  'https://①②⑦.⓪.⓪.①/',
  'https://１２７.０.０.１/',
  'https://127。0。0。1/',
  'https://%31%32%37.0.0.1/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[0:0:0:0:0:ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  // Inner networks.
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://192.168.1.1:8443/',
  'https://100.64.0.1/',
  'https://0xa.0.0.1/',
  'https://167772161/',
  'https://3232235777/',
  'https://[fd00::1]/',
  'https://[fc00::1]/',
  'https://[fe80::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[::ffff:192.168.1.1]/',
  // Services of clouds about themselves.
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://169.16689662/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[fd00:ec2::254]/',
  'https://100.100.100.200/',
  'https://168.63.129.16/',
  // Names of this machine and of inner networks.
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://foo.localhost/',
  'https://localhost.localdomain.local/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://metadata/',
  'https://kubernetes.default.svc.cluster.local/',
  'https://router.lan/',
  'https://wiki.intranet/',
  'https://1.0.0.127.in-addr.arpa/',
  // A public number is no name either: what stands there tomorrow nobody approved.
  'https://93.184.216.34/',
  'https://[2606:2800:220:1:248:1893:25c8:1946]/',
  // Other ways than https.
  'http://sistema.institucion.example/',
  'ftp://sistema.institucion.example/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  'unix:/var/run/docker.sock',
  'javascript:alert(1)',
  'data:text/plain,x',
  '//sistema.institucion.example/',
  'https:sistema.institucion.example',
  // What one reader takes for the host and another for something else.
  'https://sistema.institucion.example@127.0.0.1/',
  'https://user:secret@sistema.institucion.example/',
  'https://127.0.0.1#@sistema.institucion.example/',
  'https://sistema.institucion.example\\@127.0.0.1/',
  'https://127.0.0.1\\.sistema.institucion.example/',
  'https://sistema.institucion.example/#fragment',
  ' https://sistema.institucion.example/',
  'https://sistema.institucion.example/\r\nHost: 127.0.0.1',
  'https://127.0.0.1\t.example/',
  'https://sistema.institucion.example:99999/',
  `https://sistema.institucion.example/${'a'.repeat(600)}`,
  'https://',
  '',
];

/** What a name service may answer and must lead nowhere; one is enough among others that are good. */
const ANSWERED: readonly string[] = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.20.0.1',
  '192.168.0.10',
  '100.64.3.4',
  '169.254.169.254',
  '168.63.129.16',
  '192.0.0.8',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0808:0808',
  '::7f00:1',
  '64:ff9b::1',
  '64:ff9b:1::1',
  '100::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'not an address',
  '',
];

const settings = { allowLoopback: false };

describe('an address for calls', () => {
  it.each(WRITTEN)('is not %s', (given) => {
    expect(readTarget(given, settings)).toHaveProperty('fault');
  });

  it('is https and a full name, with any port and path', () => {
    for (const given of [
      'https://sistema.institucion.example/',
      'https://sistema.institucion.example:8443/retorno?clave=1',
      'https://xn--institucin-y6a.example/',
    ]) {
      expect(readTarget(given, settings)).toHaveProperty('url');
    }
  });

  it('may be this machine’s where that is set, and still no other inner one', () => {
    const open = { allowLoopback: true };
    for (const given of ['http://127.0.0.1:8080/x', 'http://localhost:1/', 'https://[::1]/']) {
      expect(readTarget(given, open)).toHaveProperty('url');
    }
    for (const given of ['http://10.0.0.1/', 'https://169.254.169.254/', 'http://a.example/']) {
      expect(readTarget(given, open)).toHaveProperty('fault');
    }
  });
});

describe('a host for calls', () => {
  it('is a name in lower case with its port unless that is the usual one', () => {
    expect(readHost('Sistema.Institucion.EXAMPLE', settings)).toEqual({
      host: 'sistema.institucion.example',
    });
    expect(readHost('a.example:8443', settings)).toEqual({ host: 'a.example:8443' });
    expect(readHost('a.example:443', settings)).toEqual({ host: 'a.example' });
  });

  it.each(['a.example/path', 'u@a.example', 'a.example?x', '127.0.0.1', '10.1', '*.example/', ''])(
    'is not %s',
    (given) => {
      expect(readHost(given, settings)).toHaveProperty('fault');
    },
  );
});

describe('a machine that may be called', () => {
  it.each(ANSWERED)('is not %s', async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    const good = { address: '93.184.216.34', family: 4 };
    const resolve: Resolve = async () => [good, { address, family: address.includes(':') ? 6 : 4 }];
    const call = { url: 'https://sistema.institucion.example/', headers: {}, body: '{}' };
    expect(await callWebhook(call, { forMs: 1000, allowLoopback: false, resolve })).toEqual({
      failure: 'refused-address',
    });
  });

  it('is anybody’s', () => {
    for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '2a00:1450::1']) {
      expect(isPublicAddress(address)).toBe(true);
      expect(isLoopbackAddress(address)).toBe(false);
    }
  });
});
