import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods of each route, by the pattern of its path: `/engine/v1/admin/workers/:id`. */
    routeMethods?: Map<string, Set<string>>;
  }
}

/** Records the methods of the routes that are registered from now on, without those for any path (`/*`). */
export function recordRouteMethods(server: FastifyInstance): void {
  const routes = new Map<string, Set<string>>();
  server.decorate('routeMethods', routes);
  server.addHook('onRoute', ({ url, method }) => {
    if (url.endsWith('*')) return;
    const methods = routes.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    routes.set(url, methods);
  });
}

/** The methods that the path of a request has, as the header `Allow` lists them; empty: there is no such path. */
export function methodsAt({ server, url }: FastifyRequest): string {
  const given = (url.split('?', 1)[0] ?? '').split('/');
  const methods = [...(server.routeMethods ?? [])].flatMap(([pattern, ofRoute]) =>
    isPathOf(pattern, given) ? [...ofRoute] : [],
  );
  return [...new Set(methods)].toSorted().join(', ');
}

/** `/engine/v1/admin/workers/:id` is the pattern of `/engine/v1/admin/workers/wrk_1`. */
function isPathOf(pattern: string, given: readonly string[]): boolean {
  const parts = pattern.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}
