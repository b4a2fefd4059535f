import type { Schemas } from '#client';

/** An operation stopped early: what it had done stays, and can be undone. */
export class OperationFailed extends Error {
  override readonly name = 'OperationFailed';
  readonly kind: Schemas['OperationView']['kind'];

  constructor({ kind, error }: Pick<Schemas['OperationView'], 'kind' | 'error'>) {
    super(error ?? '');
    this.kind = kind;
  }
}
