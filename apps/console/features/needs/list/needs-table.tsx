import type { Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { ColumnHeads } from '../../../shared/list/column-heads.js';
import { LoadMore } from '../../../shared/list/load-more.js';
import { loadAhead } from '../../../shared/list/next-page.js';
import { PaperNote } from '../../../shared/list/paper-note.js';
import { useVirtualRows } from '../../../shared/list/use-virtual-rows.js';
import { useRowHeight } from '../../../shared/list/virtual-rows.js';
import { text } from '../../../shared/text/text.js';
import { RowSpace } from '../../../shared/ui/row-space.js';
import { useStable } from '../../../shared/ui/use-stable.js';
import type { RowChange } from '../data/live-needs.js';
import type { Need, NeedsList } from '../data/needs-list.js';
import type { NeedsSearch } from '../search/needs-search.js';
import type { Selection } from './selection.js';
import { NeedRow } from './need-row.js';

const PHONE_ROW_PX = 132;

interface NeedsTableProps {
  readonly list: NeedsList;
  readonly changes: ReadonlyMap<string, RowChange>;
  readonly selection: Selection;
  /** The order of the rows. A line separates the severities if the most severe needs come first. */
  readonly sort: NonNullable<NeedsSearch['sort']>;
  /** The id of the row that has the focus of the keyboard. */
  readonly current: string | null;
  readonly isPhone: boolean;
  /** An open need covers the rows, and keeps the focus. */
  readonly isCovered: boolean;
  /** Incremented by each key that moves the focus, so that the row is focused. */
  readonly focusTurn: number;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The needs as a virtual table: only the rows in sight are in the page, with one tab stop among them. */
export function NeedsTable({
  list,
  changes,
  selection,
  sort,
  current,
  isPhone,
  isCovered,
  focusTurn,
  onCurrent,
  onOpen,
}: NeedsTableProps): ReactNode {
  const { rows } = list;
  const select = useStable(selection.toggle);
  const moveTo = useStable(onCurrent);
  const open = useStable(onOpen);
  const rowHeight = useRowHeight();
  const place = useRef<HTMLDivElement>(null);
  const { items, before, after, virtual } = useVirtualRows({
    count: rows.length,
    height: isPhone ? PHONE_ROW_PX : rowHeight,
    scroller: () => place.current,
    keyOf: (index) => rows[index]?.id ?? index,
    // The head scrolls with the rows on a phone, and covers the first one elsewhere.
    above: isPhone ? rowHeight : 0,
    covered: { top: isPhone ? 0 : rowHeight, bottom: rowHeight },
    fetchMore: () => loadAhead(list.more),
  });
  const index = rows.findIndex(({ id }) => id === current);
  useFocusedRow({ place, virtual, index, turn: focusTurn, isCovered });
  const reachable = index >= 0 ? current : (rows[0]?.id ?? null);
  return (
    <div className="scroll" ref={place} role="region" aria-label={text.needs.region}>
      <table
        className="tbl inbox"
        role="grid"
        aria-multiselectable="true"
        aria-rowcount={list.more.hasMore ? -1 : rows.length + 1}
      >
        <caption className="sr">{text.needs.caption(text.needs.filter.sorts[sort])}</caption>
        <NeedsHead rows={rows} selection={selection} />
        <tbody>
          <RowSpace height={before} />
          {items.map(({ index: at, key }) => {
            const need = rows[at];
            if (need === undefined) return null;
            return (
              <NeedRow
                key={key}
                ref={isPhone ? virtual.measureElement : undefined}
                need={need}
                index={at}
                isStep={sort === 'severity' && at > 0 && rows[at - 1]?.severity !== need.severity}
                isCurrent={need.id === current}
                isReachable={need.id === reachable}
                isSelected={selection.has(need.id)}
                change={changes.get(need.id)}
                onSelect={select}
                onCurrent={moveTo}
                onOpen={open}
              />
            );
          })}
          <RowSpace height={after} />
        </tbody>
      </table>
      {list.more.error !== null && <LoadMore {...list.more} />}
      <PaperNote {...list.more} />
    </div>
  );
}

function NeedsHead({ rows, selection }: { readonly rows: readonly Need[]; readonly selection: Selection }): ReactNode {
  const words = text.needs.columns;
  const areAll = rows.length > 0 && rows.every(({ id }) => selection.has(id));
  const isMixed = selection.size > 0 && !areAll;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="c-cb" scope="col">
          <label>
            <input
              ref={(box) => {
                // HTML has no attribute for it.
                if (box !== null) box.indeterminate = isMixed;
              }}
              className="cb"
              type="checkbox"
              aria-label={words.select}
              checked={areAll}
              onChange={() => (areAll ? selection.clear() : selection.set(rows.map(({ id }) => id)))}
            />
            <span className="only-phone">{words.select}</span>
          </label>
        </th>
        <ColumnHeads
          columns={[
            { name: words.severity, className: 'c-sev' },
            { name: words.topic, className: 'c-topic' },
            { name: words.audience, className: 'c-aud' },
            { name: words.recommendation, className: 'c-rec' },
            { name: words.signals, className: 'c-sig r', title: words.signalsHelp },
            { name: words.due, className: 'c-due r' },
            { name: words.seen, className: 'c-seen r' },
          ]}
        />
      </tr>
    </thead>
  );
}

/**
 * Focuses the row at `index` whenever a key has moved the focus, which increments `turn`. A table that is shown again,
 * for example in another view, leaves the focus on the link that showed it.
 */
function useFocusedRow({
  place,
  virtual,
  index,
  turn,
  isCovered,
}: {
  readonly place: RefObject<HTMLElement | null>;
  readonly virtual: Virtualizer<HTMLElement, Element>;
  readonly index: number;
  readonly turn: number;
  readonly isCovered: boolean;
}): void {
  const lastTurn = useRef(turn);
  useEffect(() => {
    if (isCovered || turn === lastTurn.current || index < 0) return;
    lastTurn.current = turn;
    const focusRow = (): boolean => {
      const row = place.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
      row?.focus({ preventScroll: true });
      return row !== null && row !== undefined;
    };
    virtual.scrollToIndex(index, { align: 'auto' });
    // At once, because the next key asks where the focus is; a row out of sight is there once the table has scrolled.
    if (focusRow()) return;
    const frame = requestAnimationFrame(focusRow);
    return () => cancelAnimationFrame(frame);
    // Only the keyboard moves the focus.
    // eslint-disable-next-line react/exhaustive-deps
  }, [turn, isCovered]);
}
