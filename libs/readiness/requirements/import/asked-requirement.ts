import type { AudienceBody } from '../requirement.dto.js';

/** A requirement in a row of an import. An undefined field keeps its stored value. */
export interface AskedRequirement {
  readonly audience: AudienceBody;
  /** `either`: the title of a course, else a credential. */
  readonly required: { readonly kind: 'credential' | 'course' | 'either'; readonly name: string };
  readonly severity?: number | undefined;
  readonly validDays?: number | undefined;
  readonly graceDays?: number | undefined;
  readonly from?: string | undefined;
  /** The columns that errors name. */
  readonly columns: { readonly audience: string; readonly required: string; readonly validDays: string };
}

/** A row: one requirement of a list, or those of one role in a matrix. */
export type AskedRow = readonly AskedRequirement[];
