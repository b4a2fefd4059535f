import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';

describe('the metrics port', () => {
  it('serves only GET, the metrics and the probes', async () => {
    const engine = await startEngine({ worker: false });
    try {
      const status = async (method: string, path: string): Promise<number> =>
        (await httpCall(method, new URL(path, engine.metricsUrl))).status;
      expect([
        await status('GET', '/metrics'),
        await status('GET', '/live'),
        await status('GET', '/ready'),
        await status('POST', '/metrics'),
        await status('GET', '/'),
        await status('GET', '/metrics/x'),
      ]).toEqual([200, 200, 200, 404, 404, 404]);
      expect((await httpCall('GET', engine.metricsUrl)).headers.get('content-type')).toContain(
        'text/plain; version=0.0.4',
      );
    } finally {
      await engine.close();
    }
    await expect(httpCall('GET', engine.metricsUrl)).rejects.toThrow('ECONNREFUSED');
  });

  it('may be in use, and the process runs without metrics', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const engine = await startEngine({
      worker: false,
      environment: { METRICS_PORT: String((holder.address() as AddressInfo).port) },
    });
    try {
      expect((await httpCall('GET', `${engine.url}/engine/health/live`)).status).toBe(200);
    } finally {
      await engine.close();
      holder.close();
    }
  });
});
