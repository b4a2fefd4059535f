/** Numbers that an embedding may have: enough for every known model. */
const MAX_DIMENSIONS = 8_192;

/**
 * An embedding scaled to length 1, so that the similarity of two is their dot product; null if the value is no
 * embedding.
 */
export function toVector(value: unknown): Float32Array | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_DIMENSIONS) return null;
  const numbers = value.filter((entry): entry is number => typeof entry === 'number' && Number.isFinite(entry));
  const length = Math.hypot(...numbers);
  if (numbers.length !== value.length || length === 0 || !Number.isFinite(length)) return null;
  return Float32Array.from(numbers, (entry) => entry / length);
}

/** The cosine of two vectors of length 1; 0 for vectors of different models. */
export function similarityOf(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) return 0;
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return Math.min(1, sum);
}

export function toBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

/**
 * A copy, because a Float32Array needs an offset that is a multiple of four, and the bytes of a row may begin anywhere.
 */
export function fromBase64(text: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Float32Array(bytes.buffer);
}
