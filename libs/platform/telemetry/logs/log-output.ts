import { fstatSync } from 'node:fs';
import { type DestinationStream, pino } from 'pino';

/** How many bytes of lines wait in memory while they cannot be written. Later lines are dropped. */
const WAITING_BYTES = 1024 * 1024;

/**
 * The destination of the log's lines. A log that cannot be written, because its disk is full, must not end the process:
 * the next line tries again.
 *
 * Files are written synchronously, as Node does for `console`: pino would otherwise retry for ever to write the last
 * lines to the full disk when the process exits. Pipes are written asynchronously, so that a reader that stops does not
 * stop the process.
 * @param fd a file descriptor
 * @param report receives the first of consecutive failures; default: standard error
 */
export function logOutput(
  fd: number,
  report: (failure: string) => void = (failure) => console.error(failure),
): DestinationStream {
  const kind = fstatSync(fd);
  if (kind.isFIFO() || kind.isSocket()) return pino.destination(fd);
  const output = pino.destination({ dest: fd, sync: true, maxLength: WAITING_BYTES });
  let isFailing = false;
  output.on('write', () => (isFailing = false));
  output.on('error', ({ message }: Error) => {
    if (!isFailing) report(`the log cannot be written: ${message}`);
    isFailing = true;
  });
  return output;
}
