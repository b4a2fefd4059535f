import type { LoggerService, LogLevel as NestLevel } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { LogLevel } from '../../config/index.js';
import { logFields } from './log-fields.js';
import { logOutput } from './log-output.js';
import { safeError } from './safe-error.js';

/** Redacts a secret by the name of its field, if one gets into a line by mistake. */
const REDACTED = ['req.headers', '*.signingSecret', '*.token', '*.adminToken', 'signingSecret', 'token', 'adminToken'];

const STANDARD_OUTPUT = 1;

/** Contexts of Nest's own lines about modules and routes, hundreds at each start. */
const OF_START: ReadonlySet<unknown> = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/**
 * Writes Nest's logs as pino's JSON lines, or formatted on a terminal. The last string of a call is its context.
 * Lines inside a request or a job have its id and its tenant's.
 */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(private readonly level: LogLevel) {
    const stream = process.stdout.isTTY
      ? PinoPretty({ ignore: 'pid,hostname', singleLine: true, sync: true })
      : logOutput(STANDARD_OUTPUT);
    // pino writes the line's fields into the object that the mixin returns, so each line needs a new one.
    this.pino = pino(
      { level, redact: REDACTED, mixin: () => ({ ...logFields() }), serializers: { err: safeError } },
      stream,
    );
  }

  /** Without `log`, an engine with the level `info` writes warnings and errors only. Other levels stay as they are. */
  setLogLevels(levels: readonly NestLevel[]): void {
    this.pino.level = this.level === 'info' && !levels.includes('log') ? 'warn' : this.level;
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(OF_START.has(rest.at(-1)) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const text = rest.slice(0, -1).find((part) => typeof part === 'string');
    if (message instanceof Error) this.pino[level]({ err: message, context }, 'failed');
    else if (typeof message === 'object' && message !== null)
      this.pino[level]({ ...message, context }, typeof text === 'string' ? text : undefined);
    else this.pino[level]({ context, stack: text }, String(message));
  }
}
