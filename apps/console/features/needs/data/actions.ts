import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { showToast } from '../../../shared/ui/toasts.js';
import { type Need, type NeedPages, changeRows } from './needs-list.js';

export interface Done {
  /** Removes the rows from the lists at once, and shows a message with an undo button. */
  readonly report: (what: {
    readonly ids: readonly string[];
    readonly title: string;
    readonly undo?: () => Promise<unknown>;
  }) => void;
}

/** What happens after an action: its rows disappear at once for the person who took it. */
export function useDone(): Done {
  const client = useQueryClient();
  return {
    report: ({ ids, title, undo }) => {
      removeRows(client, new Set(ids));
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

function removeRows(client: QueryClient, ids: ReadonlySet<string>): void {
  client.setQueriesData<NeedPages>({ queryKey: ['needs', 'list'] }, (data) =>
    changeRows(data, (need) => (ids.has(need.id) ? null : need)),
  );
}

/** Reads again what shows needs, except for the lists. */
function reread(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['needs', 'count'] });
  void client.invalidateQueries({ queryKey: ['needs', 'one'] });
}

/** Opens a dismissed or snoozed need again. */
export function useReopen(): (need: Pick<Need, 'id' | 'topic'>) => Promise<void> {
  const client = useQueryClient();
  return async ({ id, topic }) => {
    await engine.reopenNeed({ path: { id } });
    await client.invalidateQueries({ queryKey: ['needs'] });
    showToast(text.needs.reopened(topic ?? text.needs.noTopic));
  };
}
