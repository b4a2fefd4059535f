import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { type AssignmentRow, type AssignmentView, SELECT_ASSIGNMENTS, assignmentView } from './assignment.view.js';

/** Assignments of the tenant by their UUIDs, as their list shows them; unknown ids are omitted. */
export async function shownAssignments(
  tx: TenantTransaction,
  assignmentIds: readonly string[],
): Promise<Map<string, AssignmentView>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await tx.execute<AssignmentRow[]>(
    sql`${SELECT_ASSIGNMENTS} where assignment.tenant_id = ${tx.tenantId}
      and assignment.id = any (${sqlArray(assignmentIds)}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, assignmentView(row)]));
}
