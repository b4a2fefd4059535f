import { type IdPrefix, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import { decodeCursor } from '#platform/http';

/** The UUID behind which a list by id goes on; null: at its beginning. @throws Invalid */
export function idAfter(prefix: IdPrefix, cursor: string | undefined): string | null {
  const [shown] = decodeCursor(cursor, 1) ?? [];
  return shown === undefined ? null : (ids.parse(prefix, String(shown)) ?? refuse());
}

/** The key behind which a list by name goes on; null: at its beginning. @throws Invalid */
export function nameAfter(cursor: string | undefined): string | null {
  const [key] = decodeCursor(cursor, 1) ?? [];
  if (key === undefined) return null;
  return typeof key === 'string' && !key.includes('\0') ? key : refuse();
}

function refuse(): never {
  throw new Invalid([{ field: 'cursor', message: 'must be the nextCursor of the page before' }]);
}
