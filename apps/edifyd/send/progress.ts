import type { WriteStream } from 'node:tty';
import type { Tally } from './tally.js';

const BAR_WIDTH = 30;
const REDRAW_MS = 100;
const CLEAR_LINE = '\r\u001B[2K';

/** A progress line on the terminal; nothing if stderr is not a terminal. */
export class Progress {
  private readonly began = Date.now();
  private drawnAt = 0;

  constructor(private readonly stream: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>) {}

  draw({ sent, refusals, retries }: Tally, share: number | null): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = now;
    const line = progressLine({ sent, refused: refusals.length, retries, share, seconds: (now - this.began) / 1000 });
    this.stream.write(CLEAR_LINE + line.slice(0, (this.stream.columns || 80) - 1));
  }

  clear(): void {
    if (this.drawnAt > 0) this.stream.write(CLEAR_LINE);
  }
}

export interface ProgressState {
  readonly sent: number;
  readonly refused: number;
  readonly retries: number;
  /** Of the input, 0 to 1; null if its size is unknown. */
  readonly share: number | null;
  readonly seconds: number;
}

export function progressLine({ sent, refused, retries, share, seconds }: ProgressState): string {
  const rate = seconds > 0 ? Math.round(sent / seconds) : 0;
  const parts = [
    `${sent} sent`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(retries > 0 ? [`${retries} retries`] : []),
    `${rate}/s`,
  ];
  if (share === null) return parts.join('  ');
  const full = Math.round(share * BAR_WIDTH);
  return [
    `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}] ${String(Math.floor(share * 100)).padStart(3)} %`,
    ...parts,
  ].join('  ');
}
