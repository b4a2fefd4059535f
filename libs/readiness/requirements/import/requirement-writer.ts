import type { ImportWriter, RowOutcome } from '#directory';
import type { TenantTransaction } from '#platform/database';
import type { FieldError } from '#platform/errors';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { FactChanges } from '../../marks/fact-changes.js';
import type { Audience } from '../../rule/facts.js';
import { lockRequirements } from '../lock-requirements.js';
import { RequirementNames, audienceOf } from '../requirement-names.js';
import { MAX_REQUIREMENTS } from '../requirement.errors.js';
import type { AskedRow } from './asked-requirement.js';
import { type ResolvedRequirement, resolveAsked } from './resolve-asked.js';
import {
  type StoredRequirement,
  hasSameTerms,
  keyOf,
  newRequirement,
  readStored,
  storeRequirements,
} from './stored-requirements.js';

interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Stores the requirements of imported rows; a row with an error stores none of its own. */
export class RequirementWriter implements ImportWriter<AskedRow, Counts> {
  private readonly names: RequirementNames;
  private readonly counts = { created: 0, updated: 0, unchanged: 0 };
  private readonly changed = new Map<string, Audience>();
  private stored: Map<string, StoredRequirement> | undefined;

  constructor(
    private readonly tx: TenantTransaction,
    private readonly changes: FactChanges,
  ) {
    this.names = new RequirementNames(tx);
  }

  async write(rows: readonly AskedRow[]): Promise<Array<{ outcome: RowOutcome; errors: FieldError[] }>> {
    const stored = (this.stored ??= await this.readStored());
    const outcomes: Array<{ outcome: RowOutcome; errors: FieldError[] }> = [];
    const toStore = new Map<string, StoredRequirement>();
    for (const row of rows) {
      if (mustYield()) await yieldToEventLoop();
      const { resolved, errors } = await this.resolve(row, stored);
      outcomes.push({ outcome: errors.length > 0 ? 'refused' : 'unchanged', errors });
      if (errors.length > 0) continue;
      for (const one of resolved) {
        const requirement = this.apply(one, stored);
        if (requirement !== null) toStore.set(keyOf(requirement), requirement);
      }
    }
    await storeRequirements(this.tx, [...toStore.values()]);
    return outcomes;
  }

  async finish(): Promise<Counts> {
    await this.changes.audiences(this.tx, [...this.changed.values()]);
    return this.counts;
  }

  private async readStored(): Promise<Map<string, StoredRequirement>> {
    await lockRequirements(this.tx);
    return readStored(this.tx);
  }

  private async resolve(
    row: AskedRow,
    stored: ReadonlyMap<string, StoredRequirement>,
  ): Promise<{ resolved: ResolvedRequirement[]; errors: FieldError[] }> {
    const resolved: ResolvedRequirement[] = [];
    const errors: FieldError[] = [];
    for (const asked of row) {
      const one = await resolveAsked(this.names, asked);
      if ('errors' in one) errors.push(...one.errors.filter((error) => !hasError(errors, error)));
      else resolved.push(one);
    }
    const added = resolved.filter((one) => !stored.has(keyOf(one))).length;
    if (added > 0 && stored.size + added > MAX_REQUIREMENTS)
      errors.push({ field: 'row', message: `a tenant has at most ${MAX_REQUIREMENTS} requirements` });
    return { resolved, errors };
  }

  /** @returns the requirement to store; null if it is unchanged */
  private apply(one: ResolvedRequirement, stored: Map<string, StoredRequirement>): StoredRequirement | null {
    const before = stored.get(keyOf(one));
    const after = { ...(before ?? newRequirement(one)), ...one.changes };
    if (before !== undefined && hasSameTerms(before, after)) {
      this.counts.unchanged++;
      return null;
    }
    this.counts[before === undefined ? 'created' : 'updated']++;
    stored.set(keyOf(after), after);
    this.changed.set(`${after.audienceKind} ${after.audienceId} ${after.roleKey}`, audienceOf(after));
    return after;
  }
}

/** The role of a row is looked up for each of its trainings; its error is reported once. */
function hasError(errors: readonly FieldError[], { field, message }: FieldError): boolean {
  return errors.some((known) => known.field === field && known.message === message);
}
