import { type Virtualizer, type VirtualItem, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { usePrinting } from '../ui/use-printing.js';

/** How many rows before the end of a virtual table the next page is requested. */
const ROWS_AHEAD = 40;

interface VirtualTable {
  readonly count: number;
  /** The height of a row in pixels, before it is measured. */
  readonly height: number;
  /** The element that scrolls; null: it is not rendered yet. */
  readonly scroller: () => HTMLElement | null;
  /** The key of a row, by which React keeps its element; by default the index. */
  readonly keyOf?: (index: number) => string | number;
  /** The height of the content above the table in the element that scrolls, in pixels. */
  readonly above?: number;
  /** The heights by which fixed elements cover the first and the last visible rows, in pixels. */
  readonly covered?: { readonly top: number; readonly bottom?: number };
  /** Requests the next page, if there is one and it is not requested yet. */
  readonly fetchMore: () => void;
}

export interface VirtualRows {
  /** The rows to render: those in sight, and some around them; all while the page is printed. */
  readonly items: readonly VirtualItem[];
  /** The height of the rows before and after them. */
  readonly before: number;
  readonly after: number;
  readonly virtual: Virtualizer<HTMLElement, Element>;
}

/** The rows of a table that is long: only those in sight are in the page, except on paper. */
export function useVirtualRows({
  count,
  height,
  scroller,
  keyOf,
  above = 0,
  covered,
  fetchMore,
}: VirtualTable): VirtualRows {
  const isPrinting = usePrinting();
  // The compiler leaves this hook as it is: the virtualizer's functions must not be memoized.
  // eslint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: scroller,
    estimateSize: () => height,
    ...(keyOf === undefined ? {} : { getItemKey: keyOf }),
    overscan: 16,
    rangeExtractor: isPrinting ? allRows : defaultRangeExtractor,
    scrollMargin: above,
    scrollPaddingStart: covered?.top ?? 0,
    scrollPaddingEnd: covered?.bottom ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0 && last >= count - ROWS_AHEAD) fetchMore();
  }, [last, count, fetchMore]);
  useEffect(() => virtual.measure(), [virtual, height]);
  return {
    items,
    before: (items[0]?.start ?? above) - above,
    after: virtual.getTotalSize() - ((items.at(-1)?.end ?? above) - above),
    virtual,
  };
}

function allRows({ count }: { readonly count: number }): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
