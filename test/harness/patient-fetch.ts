import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 5;
const AGAIN_MS = 500;

/**
 * As `fetch`, for calls that no spec expects to be refused: repeats a call after a 503, as a client does. A request
 * waits less than a second for a new connection to PostgreSQL, which may take longer on a busy machine.
 */
export async function patientFetch(request: Request): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(request.clone());
    if (response.status !== 503 || tries === TRIES) return response;
    process.stdout.write(`${request.method} ${new URL(request.url).pathname} was answered 503, and is called again\n`);
    await sleep(AGAIN_MS);
  }
}
