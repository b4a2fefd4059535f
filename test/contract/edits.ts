import type { TestTenant } from '../harness/tenant.js';
import type { AppRoute } from './app-routes.js';
import { BODIES, FOREIGN_EXAMPLES } from './foreign-examples.js';
import { type ApiDocument, smallestBody } from './smallest-body.js';

const ADMIN = '/engine/v1/admin';
const EDITS = new Set(['PUT', 'PATCH', 'DELETE']);

/** Something that is read at one path and changed there or below it. */
export interface Resource {
  readonly path: string;
  readonly edits: readonly AppRoute[];
}

/**
 * What the admin API reads and edits. It is an item of a list with all actions on it (`/needs/:id/dismiss`), or a
 * single resource of the tenant (`/signal-map`) without the paths below it.
 */
export function resourcesOf(routes: readonly AppRoute[]): Resource[] {
  const changing = routes.filter(({ method, path }) => path.startsWith(`${ADMIN}/`) && method !== 'GET');
  return routes.flatMap(({ method, path }) => {
    const edits = changing.filter(
      (edit) => edit.path === path || (path.endsWith('/:id') && edit.path.startsWith(`${path}/`)),
    );
    const isList = !path.endsWith('/:id') && !edits.some((edit) => EDITS.has(edit.method));
    return method !== 'GET' || isList || edits.length === 0 ? [] : [{ path, edits }];
  });
}

/** Reads and edits the tenant's own resources. */
export class OwnResources {
  constructor(
    private readonly tenant: TestTenant,
    private readonly document: ApiDocument,
  ) {}

  /** The differences between a resource and one that is edited correctly, in words; `etag`: the ETag of reading it. */
  async look({ path, edits }: Resource): Promise<{ etag: string | null; faults: string[] }> {
    const url = await this.urlOf(path);
    const { status, headers } = await this.tenant.admin('GET', url);
    if (status !== 200) return { etag: null, faults: [`GET ${path} answers ${status}`] };
    const etag = headers.get('etag');
    if (etag === null)
      return {
        etag,
        faults: edits
          .filter(({ method }) => EDITS.has(method))
          .map(({ method }) => `GET ${path} sends no ETag, but ${method} edits it`),
      };
    const faults: string[] = [];
    for (const edit of edits) faults.push(...(await this.faultsOf(edit, url + edit.path.slice(path.length))));
    return { etag, faults };
  }

  private async faultsOf({ method, path }: AppRoute, url: string): Promise<string[]> {
    const body = BODIES[`${method} ${path}`] ?? smallestBody(this.document, method, path);
    const sent = typeof body === 'object' && body !== null ? body : undefined;
    const documented =
      this.document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.parameters?.some(
        ({ name }) => name === 'If-Match',
      ) === true;
    const stale = await this.tenant.admin<{ code: string }>(method, url, sent, { 'if-match': '"999999"' });
    const unreadable = await this.tenant.admin<{ errors?: Array<{ field: string }> }>(method, url, sent, {
      'if-match': '0',
    });
    return [
      ...(documented ? [] : [`${method} ${path} does not tell of If-Match in the document`]),
      ...(stale.status === 412 && stale.body.code === 'stale'
        ? []
        : [`${method} ${path} answers ${stale.status} instead of 412 over another version`]),
      ...(unreadable.status === 422 && unreadable.body.errors?.[0]?.field === 'If-Match'
        ? []
        : [`${method} ${path} answers ${unreadable.status} instead of 422 to an If-Match that is none`]),
    ];
  }

  private async urlOf(path: string): Promise<string> {
    const url = path.slice(ADMIN.length);
    if (!path.includes(':')) return url;
    const make = FOREIGN_EXAMPLES[path];
    if (make === undefined)
      throw new Error(`say in FOREIGN_EXAMPLES (test/contract/foreign-examples.ts) how to make one for ${path}`);
    return url.replace(':id', await make(this.tenant));
  }
}
