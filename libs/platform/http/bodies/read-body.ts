import type { Readable } from 'node:stream';
import { type BodySender, type InFlightBodies, type InFlightBody } from './in-flight-bodies.js';

/** The body exceeds its limit; what more of it arrives is not kept. */
export class BodyTooLarge extends Error {}

/** The sender went away, or what it sent is no HTTP body. */
export class BodyBroken extends Error {}

export interface BodyReading {
  readonly sender: BodySender;
  /** Bytes that the request announces; 0 where it does not. */
  readonly declaredLength: number;
  /** Most bytes of any body: one that announces more is not read. */
  readonly mostBytes: number;
  /**
   * A lower limit that the beginning of a body decides; null: not decided by this piece, and `undecided` holds until it
   * is.
   */
  readonly lowerLimit?: { readonly decidedBy: (piece: Buffer) => number | null; readonly undecided: number };
  /** Called for each piece as it arrives. @returns whether it is kept, only counted as if it was, or discarded */
  readonly onPiece?: (piece: Buffer, isLast: boolean) => 'keep' | 'count' | 'discard';
}

/** A body that has arrived; the memory that it holds is to be released once it is answered. */
export interface ReadBody {
  /** What was kept, in the order in which it was sent. */
  readonly pieces: readonly Buffer[];
  readonly release: () => void;
}

/** The pieces as one. */
export function joined(pieces: readonly Buffer[]): Buffer {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}

/**
 * Reads a body whole, within its limit and within the memory that there is for bodies under way.
 * @throws BodyTooLarge | BodyBroken | NoRoom | BodyTooSlow
 */
export function readBody(stream: Readable, inFlight: InFlightBodies, reading: BodyReading): Promise<ReadBody> {
  const { sender, declaredLength, mostBytes, lowerLimit, onPiece } = reading;
  if (declaredLength > mostBytes) {
    stream.resume();
    return Promise.reject(new BodyTooLarge());
  }
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    let counted = 0;
    let limit = lowerLimit === undefined ? mostBytes : null;
    const stop = (error: Error): void => {
      stream.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      body?.release();
      pieces.length = 0;
      // What more arrives is read and discarded, so that the sender receives the answer.
      stream.resume();
      reject(error);
    };
    let body: InFlightBody | null = null;
    const onData = (piece: Buffer): void => {
      length += piece.length;
      limit ??= lowerLimit?.decidedBy(piece) ?? null;
      if (Math.max(length, declaredLength) > (limit ?? lowerLimit?.undecided ?? mostBytes))
        return stop(new BodyTooLarge());
      const isLast = length === declaredLength;
      const use = onPiece?.(piece, isLast) ?? 'keep';
      if (use === 'keep') pieces.push(piece);
      if (use !== 'discard') counted += piece.length;
      // Most bodies are one piece, which is answered at once: nothing is counted for them.
      if (isLast && body === null) return;
      body ??= inFlight.begin(sender, stop);
      body.receive(piece.length, counted - body.held);
    };
    const onEnd = (): void => {
      stream.off('error', onBroken).off('close', onBroken);
      body?.complete();
      resolve({ pieces, release: () => body?.release() });
    };
    const onBroken = (): void => stop(new BodyBroken());
    stream.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}
