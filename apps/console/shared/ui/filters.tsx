import { ListFilter } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { usePhone } from './use-phone.js';
import { usePrinting } from './use-printing.js';

/**
 * The filters of a list in a row. On a phone, one button opens them, and shows how many are set; paper has them all.
 */
export function Filters({
  label,
  set,
  className = 'filters wrap',
  onClear,
  actions,
  children,
}: {
  readonly label: string;
  /** How many filters are set. */
  readonly set: number;
  readonly className?: string;
  readonly onClear: () => void;
  /** Further actions of the list, at the end of the row. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const words = text.common.filters;
  const isPrinting = usePrinting();
  const isFolded = usePhone() && !isPrinting;
  const [isOpen, setOpen] = useState(false);
  const fields = useId();
  return (
    <div className={className} role="group" aria-label={label}>
      {isFolded ? (
        <Button
          aria-expanded={isOpen}
          aria-controls={isOpen ? fields : undefined}
          onClick={() => setOpen((before) => !before)}
        >
          <ListFilter className="i" aria-hidden="true" />
          {set > 0 ? words.buttonOn(set) : words.button}
        </Button>
      ) : (
        children
      )}
      {set > 0 && (
        <Button look="ghost" onClick={onClear}>
          {words.clear}
        </Button>
      )}
      {actions !== undefined && <span className="right">{actions}</span>}
      {isFolded && isOpen && (
        <div id={fields} className="filter-fields">
          {children}
        </div>
      )}
    </div>
  );
}
