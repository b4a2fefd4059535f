const TYPING_MS = 300;

/**
 * Delays the request of a preview, so that typing does not send one for each letter: a query whose key has changed
 * meanwhile is aborted.
 */
export async function afterTyping(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, TYPING_MS);
  });
  signal.throwIfAborted();
}
