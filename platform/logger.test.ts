import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { createLogger } from './logger.js';
import type { LogLevel } from './settings.js';

function logged(level: LogLevel, write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const stream = { write: (line: string) => lines.push(line) };
  write(createLogger({ log: { level } }, 'test', stream));
  return lines.join('');
}

const canary = 'Persona Inventada Canario';

test.each([
  { payload: canary },
  { request: { body: { name: canary } } },
  { act: { form: canary } },
  { settings: { secrets: { masterKeys: canary } } },
  { authorization: canary },
])('%o is logged without its content', (fields) => {
  expect(logged('info', (log) => log.info(fields, 'done'))).toContain('done');
  expect(logged('info', (log) => log.info(fields, 'done'))).not.toContain(canary);
});

test('an error of the database is logged by its code, without the values it quotes', () => {
  const error = Object.assign(new Error(`invalid input: "${canary}"`), {
    severity: 'ERROR',
    code: '22P02',
    detail: canary,
  });
  const wrapped = Object.assign(new Error(`Failed query, params: ${canary}`, { cause: error }), {
    params: [canary],
  });
  for (const one of [error, wrapped]) {
    const bare = logged('info', (log) => log.error(one));
    const named = logged('info', (log) => log.error({ err: one }, 'could not commit'));
    expect(bare + named).not.toContain(canary);
    expect(bare).toContain('22P02');
  }
});

test('a failure of a workflow is logged by its type, without its text and details', () => {
  const failure = ApplicationFailure.nonRetryable(canary, 'step-not-open', canary);
  const line = logged('info', (log) => log.warn({ error: failure }, 'workflow failed'));
  expect(line).toContain('step-not-open');
  expect(line).not.toContain(canary);
});

test('what a parser quotes of what it was given is not logged', () => {
  const parsed = () => {
    try {
      return JSON.parse(canary) as unknown;
    } catch (error) {
      return error;
    }
  };
  const zod = Object.assign(new Error(canary), { name: 'ZodError' });
  for (const one of [parsed(), zod, new Error('outer', { cause: parsed() })]) {
    const line = logged('info', (log) => log.error({ err: one }, 'request failed'));
    expect(line).not.toContain(canary);
    expect(line).toContain('logger.test');
  }
});

test('an ordinary error keeps its message and its place', () => {
  const line = logged('info', (log) => log.error({ err: new Error('port in use') }, 'no start'));
  expect(line).toContain('port in use');
  expect(line).toContain('logger.test');
});

test('the level of the settings decides what is written', () => {
  expect(logged('warn', (log) => log.info('quiet'))).toBe('');
  expect(logged('silent', (log) => log.fatal('quiet'))).toBe('');
});
