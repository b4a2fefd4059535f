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
export function methodsAt({ server, url }: Pick<FastifyRequest, 'server' | 'url'>): string {
  const given = pathOf(url).split('/');
  const methods = [...(server.routeMethods ?? [])].flatMap(([pattern, ofRoute]) =>
    isPathOf(pattern, given) ? [...ofRoute] : [],
  );
  return [...new Set(methods)].toSorted().join(', ');
}

/** The path of a request with a slash at its end that no route has; null: it has none, or no route is without it. */
export function pathWithoutSlash({ server, url }: FastifyRequest): string | null {
  const [, shorter = ''] = /^(.*)\/$/.exec(pathOf(url)) ?? [];
  return methodsAt({ server, url: shorter }) === '' ? null : shorter;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

/** `/engine/v1/admin/workers/:id` is the pattern of `/engine/v1/admin/workers/wrk_1`. */
function isPathOf(pattern: string, given: readonly string[]): boolean {
  const parts = pattern.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}
