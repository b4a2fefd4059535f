/**
 * Limits how long to wait for a promise that may never settle: BullMQ's calls wait forever for a lost Redis. If the
 * event loop was blocked, the timer fires before an answer that has arrived is read: the rejection waits for the
 * answer.
 * @throws Error after the time limit, or the error of `work`
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => setImmediate(() => reject(new Error(`no answer within ${milliseconds} ms`))),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
