/** SQLSTATE; the messages of class 22 (data exceptions) repeat the values. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
const ABOUT_VALUES = /^22/;

/** The properties of an error that a log may contain. */
export interface SafeError {
  readonly type: string;
  readonly message: string;
  /** The stack frames only, because a stack starts with the message. */
  readonly stack: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: SafeError;
}

/**
 * An error without parts of a payload: PostgreSQL's `detail`, `where` and `parameters` repeat whole rows, and
 * libraries add further properties to an error, which a logger would write. MikroORM adds the detail to the message,
 * on a separate line.
 */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'a value was thrown that is no error', stack: '' };
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
