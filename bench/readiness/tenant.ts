import type { Paged } from '../harness/pages.js';

/** A measured tenant, as its admin sees it. */
export class BenchTenant implements Paged {
  constructor(
    private readonly port: number,
    private readonly token: string,
    readonly slug: string,
    /** UUID */
    readonly id: string,
  ) {}

  page(query: string): Promise<{ items: unknown[]; nextCursor: string | null }> {
    return this.call('GET', `/readiness?${query}`);
  }

  /** Calls the admin API and reads the answer, whose shape the caller knows. @throws Error if it is refused */
  async call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${this.port}/engine/v1/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} is answered ${response.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  /** @returns milliseconds until the answer is read */
  async timed(method: string, path: string, body?: object): Promise<number> {
    const began = performance.now();
    await this.call(method, path, body);
    return performance.now() - began;
  }
}
