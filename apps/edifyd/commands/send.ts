import { type Command, Option } from 'commander';
import { readCliEnvironment } from '#platform/config';
import { signingSecret } from '../credentials.js';
import { show } from '../run-program.js';
import type { Report } from '../report.js';
import { openFile, textInput } from '../send/open-input.js';
import { signedPoster } from '../send/post-signed.js';
import { Progress } from '../send/progress.js';
import { readEvents } from '../send/read-events.js';
import { Sending } from '../send/send-events.js';
import { settingsOf, wholeNumber } from '../settings.js';

interface SendCommandOptions {
  readonly event?: string;
  readonly file?: string;
  readonly secret?: string;
  readonly concurrency: number;
}

/** Longer than a restart of the engine takes. */
const PATIENCE_MS = 120_000;

/** `edifyd send` */
export function sendCommand(program: Command): void {
  program
    .command('send <slug>')
    .description('sign events like a source system, and send them to the webhook of a tenant')
    .addOption(new Option('--event <json>', 'one event, or an array of them').conflicts('file'))
    .option('--file <file>', 'a file of events: JSON, a JSON array or NDJSON; "-": stdin')
    .option(
      '--secret <secret>',
      'the signing secret; default: EDIFYD_SECRET, or for "acme" the one of the demo in DATA_DIR',
    )
    .option(
      '--concurrency <number>',
      'concurrent requests; events of one data point always keep their order',
      wholeNumber(1, 256),
      8,
    )
    .action(async (slug: string, options: SendCommandOptions, command: Command) =>
      show(await send(slug, options, command), command),
    );
}

async function send(slug: string, options: SendCommandOptions, command: Command): Promise<Report> {
  const environment = readCliEnvironment();
  if (options.event === undefined && options.file === undefined)
    command.error('error: say what to send: --event <json> or --file <file>');
  // Such as a variable of a script that is not set.
  if (options.event?.trim() === '')
    command.error('error: --event is empty: it should be one event, or an array of them');
  const secret = signingSecret(slug, options.secret, environment);
  const input =
    options.event === undefined ? openFile(options.file ?? '-', environment.workingFolder) : textInput(options.event);
  const progress = new Progress(process.stderr);
  const sending = new Sending({
    post: signedPoster(settingsOf(command), slug, secret),
    concurrency: options.concurrency,
    patienceMs: PATIENCE_MS,
    onProgress: (tally, share) => progress.draw(tally, share),
    onStop: () => input.close(),
  });
  // Once only: a second Ctrl-C ends the process at once.
  process.once('SIGINT', () => sending.stop('interrupted'));
  try {
    return (await sending.run(readEvents(input.chunks, input.size))).report();
  } finally {
    progress.clear();
  }
}
