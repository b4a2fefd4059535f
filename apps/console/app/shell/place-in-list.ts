/** The rows of virtual tables, which have their index, are removed when they are scrolled out of sight. */
const ROW = 'tr:not([data-index]), li';
const CONTROLS = 'a[href], button, input, select, textarea';

/** Where a control is in a list. */
export interface PlaceInList {
  readonly row: Element;
  readonly list: Element | null;
  /** The place of the row in the list. */
  readonly index: number;
  /** The place of the control in the row. */
  readonly control: number;
  /** The part of the page that scrolls, which stays if the list becomes empty. */
  readonly region: HTMLElement | null;
}

/** @returns null: the element is not in a row of a list */
export function placeInList(element: Element): PlaceInList | null {
  const row = element.closest(ROW);
  if (row === null) return null;
  const list = row.parentElement;
  return {
    row,
    list,
    index: list === null ? 0 : [...list.children].indexOf(row),
    control: controlsOf(row).findIndex((one) => one === element),
    region: row.closest<HTMLElement>('[role="region"][tabindex="0"]'),
  };
}

/**
 * The control that takes a place: in the same row, or in the row that follows a removed one, or precedes it at the end
 * of the list. Without rows, the region. Null: the page has none of them any more.
 */
export function controlAt({ row, list, index, control, region }: PlaceInList): HTMLElement | null {
  const rows = list?.isConnected === true ? [...list.children] : [];
  const next = row.isConnected ? row : (rows[index] ?? rows.at(-1));
  const controls = next === undefined ? [] : controlsOf(next);
  return controls[control] ?? controls[0] ?? (region?.isConnected === true ? region : null);
}

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CONTROLS)];
}
