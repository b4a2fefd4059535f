import { describe, expect, it } from '@jest/globals';
import { OperationRegistry } from './operation-registry.js';
import type { OperationSteps } from './operation-steps.js';
import { OPERATION_KINDS } from './operation.js';

const steps: OperationSteps = {
  run: () => Promise.reject(new Error('not to be run')),
  undo: () => Promise.reject(new Error('not to be undone')),
};

describe('the registry of operations', () => {
  it('returns the steps of a registered kind', () => {
    const registry = new OperationRegistry();
    registry.register('offer', steps);
    expect(registry.stepsOf('offer')).toBe(steps);
    expect(() => registry.stepsOf('dismiss')).toThrow('no library has registered the operation dismiss');
  });

  it('refuses an unknown kind, and a kind that is registered twice', () => {
    const registry = new OperationRegistry();
    registry.register('offer', steps);
    expect(() => registry.register('offer', steps)).toThrow('the operation offer is registered twice');
    expect(() => registry.register('rename', steps)).toThrow('an operation of an unknown kind is registered: rename');
  });

  it('requires that every kind is registered', () => {
    const registry = new OperationRegistry();
    for (const kind of OPERATION_KINDS.slice(1)) registry.register(kind, steps);
    expect(() => registry.demandAll()).toThrow(`no library has registered the operations ${OPERATION_KINDS[0]}`);
    registry.register(OPERATION_KINDS[0], steps);
    expect(() => registry.demandAll()).not.toThrow();
  });
});
