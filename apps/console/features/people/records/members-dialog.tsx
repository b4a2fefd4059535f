import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, use, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { WorkerPicker } from '../../../shared/pickers/worker-picker.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { Entered } from '../../../shared/ui/entered.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import type { Option } from '../../../shared/ui/search-select.js';

const SHOWN_BY = [['groups'], ['workers'], ['readiness'], ['needs']];
const MAX_SHOWN = 200;

/**
 * The members of a group who work here, as the list of groups counts them. Added and removed ones are saved together.
 */
export function MembersDialog({
  group,
  onClose,
}: {
  readonly group: Schemas['GroupView'];
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.members;
  const keys = useDecisionKeys();
  const query = useQuery({
    queryKey: ['workers', 'members', group.id, group.version],
    queryFn: ({ signal }) =>
      engine.listWorkers({ query: { group: group.name, active: 'true', limit: MAX_SHOWN }, signal }),
  });
  const { data } = query;
  const { added, gone, staying, add, remove } = useMembers(
    data?.items.map(({ id, name, site }) => ({ value: id, label: name, more: site ?? undefined })),
  );
  const save = useChange(
    SHOWN_BY,
    () => {
      const body = { add: added.map(({ value }) => value), remove: [...gone] };
      return engine.changeGroupMembers({
        path: { id: group.id },
        header: { ...ifMatch(group), ...keys.of(body) },
        body,
      });
    },
    words.saved(group.name),
  );
  return (
    <DecisionDialog
      title={words.title}
      sub={group.name}
      button={text.common.save}
      refused={added.length + gone.size === 0 ? words.unchanged : null}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      <WorkerPicker label={words.add} chosen={null} onChoose={add} />
      <QueryState query={query} what={words.title} failed={words.failed} />
      {staying !== undefined && (
        <ul className="members" aria-label={words.title}>
          {[...added, ...staying].map((member) => (
            <Member key={member.value} member={member} onRemove={remove} />
          ))}
        </ul>
      )}
      {data?.nextCursor && <p className="faint">{words.more(MAX_SHOWN, group.workers)}</p>}
    </DecisionDialog>
  );
}

function Member({
  member: { value, label, more },
  onRemove,
}: {
  readonly member: Option;
  readonly onRemove: (id: string) => void;
}): ReactNode {
  const entered = use(Entered);
  const remove = (): void => {
    onRemove(value);
    entered();
  };
  return (
    <li>
      <span className="grow">
        {label} <span className="faint">{more}</span>
      </span>
      <Button look="ghost" icon aria-label={text.people.members.remove(label)} onClick={remove}>
        <X className="i s" aria-hidden="true" />
      </Button>
    </li>
  );
}

/** Who is added to the members and removed from them until that is saved. @param members undefined: not read yet */
function useMembers(members: readonly Option[] | undefined): {
  readonly added: readonly Option[];
  /** The ids of the removed ones. */
  readonly gone: ReadonlySet<string>;
  readonly staying: readonly Option[] | undefined;
  readonly add: (worker: Option) => void;
  readonly remove: (id: string) => void;
} {
  const [added, setAdded] = useState<readonly Option[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  return {
    added,
    gone,
    staying: members?.filter(({ value }) => !gone.has(value)),
    add: (worker) => {
      setGone(new Set([...gone].filter((id) => id !== worker.value)));
      if ([...(members ?? []), ...added].every(({ value }) => value !== worker.value)) setAdded([worker, ...added]);
    },
    remove: (id) => {
      if (added.some(({ value }) => value === id)) setAdded(added.filter(({ value }) => value !== id));
      else setGone(new Set([...gone, id]));
    },
  };
}
