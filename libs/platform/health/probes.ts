import { Injectable } from '@nestjs/common';
import { MetricsServer } from '../telemetry/index.js';
import { Readiness } from './readiness.js';

/**
 * `GET /live` and `GET /ready` beside the metrics. Clients cannot delay these probes: the api accepts one connection in
 * each turn of its event loop, so that thousands that open at once delay all new connections to its public port.
 */
@Injectable()
export class Probes {
  constructor(server: MetricsServer, readiness: Readiness) {
    server.serve('/live', async () => json(200, { status: 'ok' }));
    server.serve('/ready', async () => {
      const { isReady, checks } = await readiness.check();
      return json(isReady ? 200 : 503, { status: isReady ? 'ok' : 'not_ready', checks });
    });
  }
}

function json(status: number, body: object): { status: number; type: string; body: string } {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
