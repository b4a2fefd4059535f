import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

/** What drafting courses for many needs would do. */
export interface AuthorPreview {
  /** Needs that would wait for a draft. */
  readonly willMove: number;
  readonly drafts: number;
  readonly tokens: number;
  /** Drafts that the plan allows now. */
  readonly left: number;
  readonly refused: ReadonlyArray<{ readonly needId: string; readonly why: string }>;
}

type Preview = (tx: TenantTransaction, needIds: readonly string[], force: boolean) => Promise<AuthorPreview>;

/** The dry run of `author`, which the library that drafts courses registers: it depends on this one. */
@Injectable()
export class BulkAuthoring {
  private registered: Preview | null = null;

  /** Called while modules are initialized. */
  register(preview: Preview): void {
    this.registered = preview;
  }

  preview(tx: TenantTransaction, needIds: readonly string[], force: boolean): Promise<AuthorPreview> {
    if (this.registered === null) throw new Error('no library has registered the preview of drafts');
    return this.registered(tx, needIds, force);
  }
}
