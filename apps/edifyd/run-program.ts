import { type Command, CommanderError } from 'commander';
import { settingsOf } from './settings.js';
import { CommandError, type Report } from './report.js';

const FAILED = 1;
const USAGE = 2;

/** Runs one command line and sets the exit status: 0 done, 1 failed, 2 not understood. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`edifyd tenant list | head`) ends the pipe: no error of ours.
  process.stdout.on('error', () => undefined);
  overrideExits(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const { json } = settingsOf(program);
    process.exitCode = error instanceof CommanderError ? usageError(error, json) : failed(error, json);
  }
}

/** Prints what a command reports; a failure inside it becomes the exit status. */
export function show({ lines, json, failure }: Report, command: Command): void {
  write(process.stdout, settingsOf(command).json ? JSON.stringify(json) : lines.map(printable).join('\n'));
  if (failure === undefined) return;
  write(process.stderr, printable(failure));
  process.exitCode = FAILED;
}

function failed(error: unknown, json: boolean): number {
  // Anything else is a bug, and its stack is what helps to find it.
  if (!(error instanceof CommandError))
    write(process.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error));
  else write(process.stderr, printable(error.message));
  const message = error instanceof Error ? error.message : String(error);
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

/** Without control characters: a name or an answer from elsewhere must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\u{FFFD}');
}
