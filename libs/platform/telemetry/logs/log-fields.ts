import { ClsServiceManager, type ClsStore } from 'nestjs-cls';

/** What every line that is written inside a request or a job says by itself. */
export interface LogFields {
  readonly requestId?: string;
  /** `<queue>/<job id>`. */
  readonly job?: string;
  readonly tenantId?: string;
  /** The tenant's slug. */
  readonly tenant?: string;
  /** Who acts: `user:<address>`, `token:<name>`, `operator`, `job:<queue>`. */
  readonly actor?: string;
}

const KEY = Symbol('logFields');

/**
 * The store of each request's scope: the line about its end is written outside of the scope, and after all has been
 * noted.
 */
const requests = new WeakMap<object, ClsStore>();

/** Of the running request or job; empty outside of any. */
export function logFields(): LogFields {
  const cls = ClsServiceManager.getClsService();
  return cls.isActive() ? fieldsIn(cls.get()) : {};
}

/** Notes more about the running request or job, for all its lines from now on; without effect outside of any. */
export function noteInLog(fields: LogFields): void {
  const cls = ClsServiceManager.getClsService();
  if (cls.isActive()) cls.set(KEY, { ...fieldsIn(cls.get()), ...fields });
}

/** Runs `work`, and all it awaits, with these fields in all its lines. */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return ClsServiceManager.getClsService().run(() => {
    noteInLog(fields);
    return work();
  });
}

/** Has the lines of the running scope belong to a request, and what they note known to the line about its end. */
export function followRequest(request: { readonly id: string }): void {
  requests.set(request, ClsServiceManager.getClsService().get());
  noteInLog({ requestId: request.id });
}

/** What has been noted about a request; all that is known of one which was refused before anything was is its id. */
export function fieldsOf(request: { readonly id: string }): LogFields {
  return { requestId: request.id, ...fieldsIn(requests.get(request) ?? {}) };
}

function fieldsIn(store: ClsStore): LogFields {
  return (store[KEY] as LogFields | undefined) ?? {};
}
