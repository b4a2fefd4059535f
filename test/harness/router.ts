import type { SharedEngine } from './engine.js';

/** All routes of Fastify's router, such as `POST /engine/v1/admin/needs/:id`, parsed from the tree that it prints. */
export function routesOf({ app }: SharedEngine): string[] {
  const routes: string[] = [];
  const parents: string[] = [];
  for (const line of app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, segment, verbs] = /^((?:│ {3}| {4})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (indent === undefined || segment === undefined) continue;
    const depth = indent.length / 4;
    parents.length = depth;
    parents.push(segment);
    for (const verb of verbs?.split(', ') ?? [])
      if (verb !== 'HEAD' && verb !== 'OPTIONS') routes.push(`${verb} ${parents.join('')}`);
  }
  return routes;
}
