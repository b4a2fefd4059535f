import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { useCount } from '../data/need-counts.js';
import type { View } from '../search/needs-search.js';

interface StatusBarProps {
  /** How many needs match. */
  readonly count: string;
  readonly view: View;
  readonly isFiltered: boolean;
  /** A need is open beside the list. */
  readonly isOpen: boolean;
}

/** How many needs match, of how many, and the keys that act on them. */
export function StatusBar({ count, view, isFiltered, isOpen }: StatusBarProps): ReactNode {
  const { keys, actions, match, matchOf } = text.needs;
  const all = useCount({ view });
  const shown = isOpen
    ? [['j', 'k', keys.step] as const, ['Esc', keys.close] as const]
    : ([
        ['j', 'k', keys.move],
        ['x', keys.select],
        ['↵', keys.open],
        ['o', actions.offer.toLowerCase()],
        ['a', actions.author.toLowerCase()],
        ['s', actions.snooze.toLowerCase()],
        ['d', actions.dismiss.toLowerCase()],
        ['u', keys.undo],
        ['?', keys.all],
      ] as const);
  return (
    <div className="statusbar">
      <span className="num" role="status">
        {isFiltered && all !== undefined ? matchOf(count, all) : match(count)}
      </span>
      <span className="keys" aria-hidden="true">
        {shown.map((parts) => (
          <span key={parts[0]}>
            {parts.slice(0, -1).map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {parts.at(-1)}
          </span>
        ))}
      </span>
    </div>
  );
}
