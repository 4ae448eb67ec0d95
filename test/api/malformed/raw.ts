import { connect } from 'node:net';

/** Requests that are wrong as HTTP; `TOKEN` is replaced by a bearer token. */
export const RAW_REQUESTS: readonly string[] = [
  'GET\r\n\r\n',
  'GET /v1/me\r\n\r\n',
  'GET /v1/me HTTP/9.9\r\nHost: x\r\n\r\n',
  'get /v1/me HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /v1/me HTTP/1.1\r\n\r\n',
  'GET  /v1/me  HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /v1/me\u0000 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /v1/me HTTP/1.1\r\nHost: x\r\nA\u0000: b\r\n\r\n',
  'GET /v1/me HTTP/1.1\r\nHost: x\r\n folded: b\r\n\r\n',
  'GET /v1/me HTTP/1.1\r\nHost : x\r\n\r\n',
  'GET http://elsewhere.invalid/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nConnection: close\r\n\r\n',
  'GET //elsewhere.invalid/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /v1/me#x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'CONNECT /v1/me HTTP/1.1\r\nHost: x\r\n\r\n',
  'PROPFIND /v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'BREW /v1/me HTTP/1.1\r\nHost: x\r\n\r\n',
  `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET /v1/me HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  `GET /v1/me HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(3_000)}\r\n`,
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2;x=y\r\n{}\r\n0\r\nTrailer: z\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nContent-Length: 1e3\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n{}',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nExpect: 200-ok\r\nContent-Length: 0\r\n\r\n',
  'POST /v1/runs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\nAuthorization: Bearer x\r\nContent-Type: application/json\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
  'GET /v1/me HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n',
  'GET /v1/me HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  '\r\n\r\n\r\n',
  '',
];

/**
 * Sends bytes as they are and gives the statuses answered, in order; none when the server closed or still waits for
 * the rest after `waitFor` milliseconds, in which case this side hangs up in the middle of the request.
 */
export function sendRaw(port: number, text: string, waitFor: number): Promise<number[]> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1');
    const end = () => {
      socket.destroy();
      resolve([...received.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1])));
    };
    socket.setTimeout(waitFor, end);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.write(Buffer.from(text, 'latin1'));
  });
}
