const MAX_BYTES = 256 * 1_024 * 1_024;
/** Smaller ones are released soon, and would slow the count. */
const LARGE = 1_024 * 1_024;

/**
 * Bounds the bytes that this thread unpacks, and its large buffers. Its limits of memory do not include them: a PDF of
 * two kilobytes can unpack to gigabytes.
 * @param refuse called at the first bytes beyond the bound
 */
export function boundBuffers(refuse: () => void): void {
  let left = MAX_BYTES;
  const take = (bytes: number): void => {
    left -= bytes;
    if (left >= 0) return;
    refuse();
    throw new RangeError('too many bytes');
  };
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(type, args: readonly unknown[], newTarget): Uint8Array {
      const [size] = args;
      if (typeof size === 'number' && size >= LARGE) take(size);
      return Reflect.construct(type, args, newTarget) as Uint8Array;
    },
  });
  globalThis.DecompressionStream = new Proxy(DecompressionStream, {
    construct(type, args: ConstructorParameters<typeof DecompressionStream>): object {
      const { readable, writable } = new type(...args);
      const count = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          take(chunk.byteLength);
          controller.enqueue(chunk);
        },
      });
      return { readable: readable.pipeThrough(count), writable };
    },
  });
}
