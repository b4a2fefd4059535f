import { ClsServiceManager, type ClsStore } from 'nestjs-cls';

/** The fields of every log line inside a request or a job. */
export interface LogFields {
  readonly requestId?: string;
  /** `<queue>/<job id>`. */
  readonly job?: string;
  readonly tenantId?: string;
  /** The tenant's slug. */
  readonly tenant?: string;
  /** The actor: `user:<address>`, `token:<name>`, `operator`, `job:<queue>`. */
  readonly actor?: string;
}

const KEY = Symbol('logFields');

/**
 * The store of each request's scope: the line about the completed request is written outside of the scope, with all
 * fields.
 */
const requests = new WeakMap<object, ClsStore>();

/** The fields of the running request or job; empty outside of both. */
export function logFields(): LogFields {
  const cls = ClsServiceManager.getClsService();
  return cls.isActive() ? fieldsIn(cls.get()) : {};
}

/** Adds fields to all later log lines of the running request or job; without effect outside. */
export function noteInLog(fields: LogFields): void {
  const cls = ClsServiceManager.getClsService();
  if (cls.isActive()) cls.set(KEY, { ...fieldsIn(cls.get()), ...fields });
}

/** Runs `work`, and everything it awaits, with these fields in all log lines. */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return ClsServiceManager.getClsService().run(() => {
    noteInLog(fields);
    return work();
  });
}

/** Connects the fields of the running scope with a request, for the line about its completion. */
export function followRequest(request: { readonly id: string }): void {
  requests.set(request, ClsServiceManager.getClsService().get());
  noteInLog({ requestId: request.id });
}

/** The fields of a request; only its id if it was refused early. */
export function fieldsOf(request: { readonly id: string }): LogFields {
  return { requestId: request.id, ...fieldsIn(requests.get(request) ?? {}) };
}

function fieldsIn(store: ClsStore): LogFields {
  return (store[KEY] as LogFields | undefined) ?? {};
}
