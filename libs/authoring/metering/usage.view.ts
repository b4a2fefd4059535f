import type { EntryKind } from './authoring-entry.entity.js';

export class DraftUsage {
  limit: number;
  used: number;
  /** Drafts that are being written: they count until they are ready, fail or are cancelled. */
  reserved: number;
  left: number;
}

export class TokenUsage {
  limit: number;
  used: number;
}

/** What the tenant has drafted in a calendar month, and what its plan allows. */
export class AuthoringUsage {
  plan: string;
  /** The calendar month (UTC): `2026-11`. */
  month: string;
  drafts: DraftUsage;
  tokens: TokenUsage;
  /** When the next month begins. */
  resetsAt: string;
}

/** An entry of the ledger: what was reserved, charged or given back for a draft, or charged for judging topics. */
export class LedgerEntry {
  id: string;
  /** Null for `judged`: the model was asked which courses answer topics. */
  draftId: string | null;
  kind: EntryKind;
  /** `2026-11`. */
  month: string;
  /** Drafts that this entry reserves, charges or gives back. */
  drafts: number;
  /** Estimated for `reserved`; else those that were used. Negative for `judged` where fewer were used than charged before. */
  tokens: number;
  createdAt: string;
}

export class LedgerPage {
  items: LedgerEntry[];
  nextCursor: string | null;
}
