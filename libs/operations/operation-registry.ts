import { Injectable } from '@nestjs/common';
import type { OperationSteps } from './operation-steps.js';
import { OPERATION_KINDS, type OperationKind } from './operation.js';

/**
 * The steps of each kind of operation. The library that owns a kind registers its steps while its modules are
 * constructed: queue workers start right after that, and may take a job of any kind.
 */
@Injectable()
export class OperationRegistry {
  private readonly steps = new Map<OperationKind, OperationSteps>();

  /** @throws Error for a kind that the table does not allow, and for a registered one */
  register(kind: string, steps: OperationSteps): void {
    const known = OPERATION_KINDS.find((name) => name === kind);
    if (known === undefined) throw new Error(`an operation of an unknown kind is registered: ${kind}`);
    if (this.steps.has(known)) throw new Error(`the operation ${kind} is registered twice`);
    this.steps.set(known, steps);
  }

  /** @throws Error naming the kinds that no library has registered */
  demandAll(): void {
    const missing = OPERATION_KINDS.filter((kind) => !this.steps.has(kind));
    if (missing.length > 0) throw new Error(`no library has registered the operations ${missing.join(', ')}`);
  }

  /** @throws Error if no library has registered the kind */
  stepsOf(kind: OperationKind): OperationSteps {
    const steps = this.steps.get(kind);
    if (steps === undefined) throw new Error(`no library has registered the operation ${kind}`);
    return steps;
  }
}
