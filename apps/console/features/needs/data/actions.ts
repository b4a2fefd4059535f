import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { engine } from '../../../shared/api/engine.js';
import { type Change, useChange } from '../../../shared/api/use-change.js';
import { text } from '../../../shared/text/text.js';
import { showToast } from '../../../shared/ui/toasts.js';
import { type Need, type NeedPages, type NeedStatus, changeRows, showsStatus } from './needs-list.js';

const SHOWN_BY = [['needs']];

export interface Done {
  /** Removes the rows at once from the lists that they leave, and shows a message with an undo button. */
  readonly report: (what: {
    readonly ids: readonly string[];
    readonly becomes: NeedStatus;
    readonly title: string;
    readonly undo?: () => Promise<unknown>;
  }) => void;
}

/** What happens after an action: its rows disappear at once for the person who took it. */
export function useDone(): Done {
  const client = useQueryClient();
  return {
    report: ({ ids, becomes, title, undo }) => {
      removeRows(client, new Set(ids), becomes);
      reread(client);
      showToast(
        title,
        undo &&
          (async () => {
            await undo();
            await client.invalidateQueries({ queryKey: ['needs'] });
          }),
      );
    },
  };
}

/** A need that is snoozed again stays in the list of snoozed ones, which is read again. */
function removeRows(client: QueryClient, ids: ReadonlySet<string>, becomes: NeedStatus): void {
  client.setQueriesData<NeedPages>(
    { queryKey: ['needs', 'list'], predicate: ({ queryKey }) => !showsStatus(queryKey, becomes) },
    (data) => changeRows(data, (need) => (ids.has(need.id) ? null : need)),
  );
  void rereadListsOf(client, becomes);
}

/** Reads the lists again that show needs with a status. */
export function rereadListsOf(client: QueryClient, status: NeedStatus): Promise<void> {
  return client.invalidateQueries({
    queryKey: ['needs', 'list'],
    predicate: ({ queryKey }) => showsStatus(queryKey, status),
  });
}

/** Reads again what shows needs, except for the lists. */
function reread(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['needs', 'count'] });
  void client.invalidateQueries({ queryKey: ['needs', 'one'] });
}

/** Opens a dismissed or snoozed need again. */
export function useReopen(): Change<Pick<Need, 'id' | 'topic'>> {
  return useChange(
    SHOWN_BY,
    ({ id }) => engine.reopenNeed({ path: { id } }),
    ({ topic }) => text.needs.reopened(topic ?? text.needs.noTopic),
  );
}
