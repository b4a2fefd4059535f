import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 5;
const AGAIN_MS = 500;

/**
 * Repeats a call after a 503, as a client does: for calls that no spec expects to be refused. A request waits less than
 * a second for a new connection to PostgreSQL, which may take longer on a busy machine.
 */
export async function patiently(name: string, call: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await call();
    if (response.status !== 503 || tries === TRIES) return response;
    process.stdout.write(`${name} was answered 503, and is called again\n`);
    await sleep(AGAIN_MS);
  }
}

/** The `fetch` of the typed client in the specs. */
export function patientFetch(request: Request): Promise<Response> {
  return patiently(`${request.method} ${new URL(request.url).pathname}`, () => fetch(request.clone()));
}
