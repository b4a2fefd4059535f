import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import type { WaitBudget } from '../fairness/index.js';
import { noteInLog } from '../telemetry/index.js';
import type { SafeEntityManager } from './tenant-entity-manager.js';

/** The actor and its tenant: the first wall. A guard or a job resolves it once; no code takes it from a body. */
export interface TenantScope {
  readonly tenantId: string;
  readonly tenantSlug: string;
  /** For the audit log: `user:<address>`, `token:<name>`, `operator`, `job:<queue>`. */
  readonly actor: string;
}

const KEY = 'tenantScope';
const CALL = 'call';
const LAST_STEP = 'lastStepOfTransactions';

/** Runs before a transaction commits; if it throws, the transaction is rolled back. */
type LastStep = (tx: SafeEntityManager) => Promise<void>;

/** An HTTP request, authenticated or not. */
export interface CallScope {
  /** By `performance.now()`, before its sender was authenticated. */
  readonly beganAt: number;
  /** The network of the client. */
  readonly network: string;
  readonly waitBudget: WaitBudget;
}

/** The scope of the running request or job, kept in AsyncLocalStorage. */
@Injectable()
export class RequestScope {
  constructor(private readonly cls: ClsService) {}

  /** Runs `work`, and everything it awaits, in `scope`. */
  run<T>(scope: TenantScope, work: () => T): T {
    return this.cls.run(() => {
      this.enter(scope);
      return work();
    });
  }

  /** Sets the scope of the request that is already running (guards). */
  enter(scope: TenantScope): void {
    this.cls.set(KEY, scope);
    noteInLog({ tenantId: scope.tenantId, tenant: scope.tenantSlug || undefined, actor: scope.actor });
  }

  /** Marks the start of a request, before its sender is authenticated. */
  enterCall(call: CallScope): void {
    this.cls.set(CALL, call);
  }

  /** The running request; undefined in a job and in background work. */
  get call(): CallScope | undefined {
    return this.cls.isActive() ? this.cls.get<CallScope | undefined>(CALL) : undefined;
  }

  /** True after a guard or a job has set a tenant. */
  get hasTenant(): boolean {
    return this.cls.isActive() && this.cls.get<TenantScope | undefined>(KEY) !== undefined;
  }

  /** Runs `step` at the end of each later transaction of this tenant in this scope. */
  endTransactionsWith(step: LastStep): void {
    this.cls.set(LAST_STEP, step);
  }

  get lastStep(): LastStep | undefined {
    return this.cls.isActive() ? this.cls.get<LastStep | undefined>(LAST_STEP) : undefined;
  }

  /** @throws Error if no guard and no job has set a tenant: a bug, never a user's mistake. */
  get tenant(): TenantScope {
    const scope = this.cls.isActive() ? this.cls.get<TenantScope | undefined>(KEY) : undefined;
    if (scope === undefined) throw new Error('no tenant in scope');
    return scope;
  }
}
