import { setTimeout as sleep } from 'node:timers/promises';

const MAX_ATTEMPTS = 5;
const RETRY_MS = 500;

/**
 * Retries a call after a 503, as clients do: for calls that no spec expects to be refused. The engine waits less than a
 * second for a new connection to PostgreSQL, which may take longer on a busy machine.
 */
export async function retryUnavailable<Answer extends { readonly status: number | undefined }>(
  name: string,
  call: () => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const response = await call();
    if (response.status !== 503 || tries === MAX_ATTEMPTS) return response;
    process.stdout.write(`${name} got a 503, and is retried\n`);
    await sleep(RETRY_MS);
  }
}

/** The `fetch` of the typed client in the specs. */
export function retryingFetch(request: Request): Promise<Response> {
  return retryUnavailable(`${request.method} ${new URL(request.url).pathname}`, () => fetch(request.clone()));
}
