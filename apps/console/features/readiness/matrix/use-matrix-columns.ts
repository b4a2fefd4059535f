import { type Virtualizer, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { useLength } from '../../../shared/list/virtual-rows.js';
import { usePrinting } from '../../../shared/ui/use-printing.js';

/** Columns enter the page and leave it in groups, so that not every column renders the rows again. */
const GROUP = 4;

/** The columns whose cells are in the page: those in sight, and some beside them; all while the page is printed. */
export interface MatrixColumns {
  readonly from: number;
  /** The first one that is not in the page any more. */
  readonly to: number;
  readonly virtual: Virtualizer<HTMLElement, Element>;
}

/** @param scroller the element that scrolls; null: it is not rendered yet */
export function useMatrixColumns(count: number, scroller: () => HTMLElement | null): MatrixColumns {
  const isPrinting = usePrinting();
  const person = useLength('--matrix-person');
  const width = useLength('--matrix-column');
  // The compiler leaves this hook as it is: the virtualizer's functions must not be memoized.
  // eslint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer<HTMLElement, Element>({
    count,
    horizontal: true,
    getScrollElement: scroller,
    estimateSize: () => width,
    overscan: GROUP,
    scrollMargin: person,
    // The names of the people cover it.
    scrollPaddingStart: person,
  });
  useEffect(() => virtual.measure(), [virtual, width]);
  if (isPrinting) return { from: 0, to: count, virtual };
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  return {
    from: Math.floor(first / GROUP) * GROUP,
    to: Math.min(count, (Math.floor(last / GROUP) + 1) * GROUP),
    virtual,
  };
}
