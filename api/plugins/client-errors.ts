import type { Socket } from 'node:net';

/** What is no HTTP at all never reaches a route: answered on the socket, once, without detail. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = tooLarge
    ? '431 Request Header Fields Too Large'
    : late
      ? '408 Request Timeout'
      : '400 Bad Request';
  const body = JSON.stringify({
    type: 'urn:retorno:problem:request-malformed',
    title: 'Petición incorrecta',
    status: Number(status.slice(0, 3)),
    detail: 'La petición no sigue las reglas de HTTP.',
    instance: 'urn:retorno:request:none',
    code: 'request-malformed',
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
}
