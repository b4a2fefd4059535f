import type { Plant } from './served-routes.js';

export const KIB = 1024;

/** The bound for the planted routes. */
export const PLANTED_MS = 100;
/** The maximum size of a refusal, however much is wrong. */
export const MAX_ANSWER_BYTES = 32 * KIB;

/** Routes with faults, which the tests have to find. */
export const plantFaults: Plant = (server) => {
  server.post(
    '/engine/v1/auth/planted',
    { config: { body: { kind: 'json', maxBytes: 100 * KIB, limits: { depth: 1, fields: 1, values: 1 } } } },
    async () => 'open',
  );
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', async () => 'whatever it is');
    scope.post('/engine/v1/planted', async () => 'open');
    done();
  });
  server.get('/engine/v1/planted/slow', async () => {
    const used = (): number => process.threadCpuUsage().user / 1_000;
    for (const end = used() + PLANTED_MS + 50; used() < end;);
    return 'done';
  });
  server.get('/engine/v1/planted/wordy', (_request, reply) => reply.code(422).send('x'.repeat(MAX_ANSWER_BYTES + 1)));
  server.get('/engine/v1/planted/failing', (_request, reply) => reply.code(500).send('failed'));
};
