/** SQLSTATE; class 22 is about values, and its messages repeat them. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
const ABOUT_VALUES = /^22/;

/** The parts of an error that a log may hold. */
export interface SafeError {
  readonly type: string;
  readonly message: string;
  /** Where it was thrown: its frames alone, since a stack begins with the message. */
  readonly stack: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: SafeError;
}

/**
 * An error without what it may carry of a payload: PostgreSQL's `detail`, `where` and `parameters` repeat whole rows,
 * and everything a library hangs on an error would otherwise be written. MikroORM adds the detail to the message, on a
 * line of its own.
 */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something was thrown that is no error', stack: '' };
  const code = textOf(error, 'code');
  const ofDatabase = code !== undefined && SQLSTATE.test(code);
  return {
    type: error.name,
    message: ofDatabase ? withoutValues(error.message, code) : error.message,
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(code === undefined ? {} : { code }),
    ...(ofDatabase ? { table: textOf(error, 'table'), constraint: textOf(error, 'constraint') } : {}),
    ...(error.cause instanceof Error ? { cause: safeError(error.cause) } : {}),
  };
}

function withoutValues(message: string, code: string): string {
  const [said = ''] = message.split('\n', 1);
  return ABOUT_VALUES.test(code) ? said.replaceAll(/"[^"]*"/g, '"…"') : said;
}

function textOf(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
