import { CircleSlash, Clock, PenLine, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import type { Refusals } from '../refusals.js';
import type { Action } from '../search/needs-search.js';
import type { Selection } from './selection.js';

interface BulkBarProps {
  readonly selection: Selection;
  /** How many match the filters. */
  readonly matching: string;
  readonly refused: Refusals;
  readonly onAct: (action: Action) => void;
}

export function BulkBar({ selection, matching, refused, onAct }: BulkBarProps): ReactNode {
  const { bulk, actions } = text.needs;
  return (
    <div className="bulk" role="toolbar" aria-label={bulk.label}>
      <span className="medium num">
        {selection.isQuery ? bulk.allSelected(matching) : bulk.selected(selection.size)}
      </span>
      {!selection.isQuery && (
        <button className="link" type="button" onClick={selection.selectQuery}>
          {bulk.selectAll(matching)}
        </button>
      )}
      <span className="sep" />
      <Button hint="o" refused={refused.offer} onClick={() => onAct('offer')}>
        <Send className="i s" aria-hidden="true" />
        {actions.offer}
      </Button>
      <Button hint="a" refused={refused.author} onClick={() => onAct('author')}>
        <PenLine className="i s" aria-hidden="true" />
        {actions.author}
      </Button>
      <Button hint="s" refused={refused.snooze} onClick={() => onAct('snooze')}>
        <Clock className="i s" aria-hidden="true" />
        {actions.snooze}
      </Button>
      <Button hint="d" refused={refused.dismiss} onClick={() => onAct('dismiss')}>
        <CircleSlash className="i s" aria-hidden="true" />
        {actions.dismiss}
      </Button>
      <span className="sep" />
      <Button hint="Esc" onClick={selection.clear}>
        {text.common.clear}
      </Button>
    </div>
  );
}
