import type { Readable } from 'node:stream';
import { type BodySender, type InFlightBodies, type InFlightBody } from './in-flight-bodies.js';

/**
 * The maximum size of a body whose rest is read and discarded, how long that takes, and the wait for its next piece.
 */
const MAX_DISCARDED_BYTES = 32 * 1024 * 1024;
const DISCARD_MS = 10_000;
const NEXT_PIECE_MS = 500;

/** The body exceeds its limit; the rest is discarded. */
export class BodyTooLarge extends Error {}

/** The client disconnected, or its data is not an HTTP body. */
export class BodyBroken extends Error {}

export interface BodyReading {
  readonly sender: BodySender;
  /** The announced length in bytes; 0 if there is none. */
  readonly declaredLength: number;
  /** The maximum size of any body in bytes: a body that announces more is not read. */
  readonly maxBytes: number;
  /**
   * A lower limit that depends on the start of the body. `decidedBy` returns null if this piece does not decide, and
   * `undecided` applies until one does.
   */
  readonly lowerLimit?: { readonly decidedBy: (piece: Buffer) => number | null; readonly undecided: number };
  /**
   * Called for each piece as it arrives.
   * @returns whether the piece is kept, counted as if it was kept, or discarded
   */
  readonly onPiece?: (piece: Buffer, isLast: boolean) => 'keep' | 'count' | 'discard';
}

/** A complete body; the caller releases its memory when the request is answered. */
export interface ReadBody {
  /** The kept pieces, in order. */
  readonly pieces: readonly Buffer[];
  readonly release: () => void;
}

/** Concatenates the pieces. */
export function joined(pieces: readonly Buffer[]): Buffer {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}

/**
 * Reads a complete body, within its limit and the memory for bodies.
 * @throws BodyTooLarge | BodyBroken | NoRoom | BodyTooSlow
 */
export function readBody(stream: Readable, inFlight: InFlightBodies, reading: BodyReading): Promise<ReadBody> {
  const { sender, declaredLength, maxBytes, lowerLimit, onPiece } = reading;
  if (declaredLength > maxBytes)
    return new Promise((_resolve, reject) => discardRest(stream, declaredLength, () => reject(new BodyTooLarge())));
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    let counted = 0;
    let limit = lowerLimit === undefined ? maxBytes : null;
    const stop = (error: Error): void => {
      stream.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      body?.release();
      pieces.length = 0;
      if (error instanceof BodyTooLarge) return discardRest(stream, declaredLength, () => reject(error));
      stream.resume();
      reject(error);
    };
    let body: InFlightBody | null = null;
    const onData = (piece: Buffer): void => {
      length += piece.length;
      limit ??= lowerLimit?.decidedBy(piece) ?? null;
      if (Math.max(length, declaredLength) > (limit ?? lowerLimit?.undecided ?? maxBytes))
        return stop(new BodyTooLarge());
      const isLast = length === declaredLength;
      const use = onPiece?.(piece, isLast) ?? 'keep';
      if (use === 'keep') pieces.push(piece);
      if (use !== 'discard') counted += piece.length;
      // Most bodies are one piece, and are answered at once: they are not counted.
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

/**
 * Reads and discards the rest of a body before it is refused, unless it is too large or too slow for that. The response
 * closes the connection, and many clients, like those of Python, do not read a response before they have sent
 * everything.
 * @param declaredLength 0: the length is unknown
 */
export function discardRest(stream: Readable, declaredLength: number, then: () => void): void {
  stream.resume();
  if (declaredLength > MAX_DISCARDED_BYTES || stream.readableEnded || stream.destroyed) return then();
  let discarded = 0;
  const timers = [DISCARD_MS, NEXT_PIECE_MS].map((ms) => setTimeout(done, ms));
  const onPiece = (piece: Buffer): void => {
    discarded += piece.length;
    if (discarded > MAX_DISCARDED_BYTES) done();
    else timers[1]?.refresh();
  };
  stream.on('data', onPiece).once('end', done).once('error', done).once('close', done);
  function done(): void {
    timers.forEach((timer) => clearTimeout(timer));
    stream.off('data', onPiece).off('end', done).off('error', done).off('close', done);
    // Without a reader, the stream would pause.
    stream.resume();
    then();
  }
}
