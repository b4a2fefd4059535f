import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { appRoutes } from './app-routes.js';
import { type Plant, type ServedRoute, servedRoutes } from './served-routes.js';

const named = ({ method, path }: ServedRoute): string => `${method} ${path}`;

describe('every route that is served around the controllers', () => {
  let engine: TestEngine;
  let adminToken: string;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    ({ adminToken } = await engine.createTenant());
  });
  afterAll(() => engine.close());

  /** The routes that the walk over the controllers does not see, and those of them that let somebody in who has no right. */
  const walk = (plant: Plant): Promise<{ around: string[]; open: string[] }> =>
    servedRoutes(engine, plant, async (routes, url) => {
      const controlled = new Set(appRoutes(engine.app).map(named));
      const around = routes.filter((route) => !controlled.has(named(route)));
      const open: string[] = [];
      for (const route of around) {
        const statuses = await Promise.all([undefined, 'Bearer wrong', `Bearer ${adminToken}`, 'Basic b3BlcmF0b3I6d3Jvbmc='].map((authorization) => call(url, route, authorization)));
        if (statuses.some((status) => status !== 401)) open.push(named(route));
      }
      return { around: around.map(named), open };
    });

  const call = async (url: string, { method, path }: ServedRoute, authorization: string | undefined): Promise<number> => {
    const headers = { ...(authorization === undefined ? {} : { authorization }), 'content-type': 'application/json' };
    const response = await fetch(url + path.replaceAll(/:\w+/g, 'x').replace('*', 'favicon.ico'), { method, headers, redirect: 'manual', body: method === 'GET' ? undefined : '{}' });
    await response.arrayBuffer();
    return response.status;
  };

  it('refuses who has no right to it', async () => {
    const { around, open } = await walk(() => undefined);
    expect(around).toEqual(expect.arrayContaining(['POST /engine/v1/integration/:tenant/webhook', 'GET /engine/v1/operator/queues', 'GET /engine/v1/operator/queues/static/*']));
    expect(around.filter((route) => !/ \/engine\/v1\/(?:operator\/queues|integration\/:tenant\/webhook)(?:\/|$)/.test(route))).toEqual([]);
    expect(open).toEqual([]);
  });

  it('is found out where it lets anybody in', async () => {
    const { open } = await walk((server) => server.get('/engine/v1/operator/planted', async () => 'open'));
    expect(open).toEqual(['GET /engine/v1/operator/planted']);
  });
});
