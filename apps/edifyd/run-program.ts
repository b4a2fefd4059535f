import { type Command, CommanderError } from 'commander';
import { messageOf } from '#platform/thrown';
import { settingsOf } from './settings.js';
import { CommandError, type Report } from './report.js';

const FAILED = 1;
const USAGE = 2;

/** Runs a command line and sets the exit status: 0 success, 1 failure, 2 usage error. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  // A reader that closes the pipe early (`edifyd tenant list | head`) is no error.
  process.stdout.on('error', () => undefined);
  overrideExits(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const { json } = settingsOf(program);
    process.exitCode = error instanceof CommanderError ? usageError(error, json) : failed(error, json);
  }
}

/** Prints the result of a command; a failure becomes the exit status. */
export function show({ lines, json, failure }: Report, command: Command): void {
  write(process.stdout, settingsOf(command).json ? JSON.stringify(json) : lines.map(printable).join('\n'));
  if (failure === undefined) return;
  write(process.stderr, printable(failure));
  process.exitCode = FAILED;
}

function failed(error: unknown, json: boolean): number {
  // Any other error is a bug, and is printed with its stack.
  if (!(error instanceof CommandError))
    write(process.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error));
  else write(process.stderr, printable(error.message));
  const message = messageOf(error);
  if (json)
    write(
      process.stdout,
      JSON.stringify({ error: { message, ...(error instanceof CommandError ? error.facts : {}) } }),
    );
  return FAILED;
}

/** Commander has written its line, or the help that was asked for, already. */
function usageError(error: CommanderError, json: boolean): number {
  if (error.exitCode === 0) return 0;
  if (json) write(process.stdout, JSON.stringify({ error: { message: error.message, code: 'usage' } }));
  return USAGE;
}

function overrideExits(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) overrideExits(child);
}

function write(stream: NodeJS.WriteStream, text: string): void {
  if (text !== '') stream.write(`${text}\n`);
}

/** Without control characters, because a name or a response must not control the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\u{FFFD}');
}
