import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../text/text.js';

interface FilterChipProps {
  readonly name: string;
  readonly value: string;
  readonly onRemove: () => void;
  /** Shown on phones, too, because no form of the page has this filter. */
  readonly isOnPhone?: boolean;
}

/** A filter that is set, which can be removed. */
export function FilterChip({ name, value, onRemove, isOnPhone = false }: FilterChipProps): ReactNode {
  return (
    <span className={isOnPhone ? 'chip on-phone' : 'chip'}>
      <span title={value}>
        <span className="k">{name}</span> <span className="trunc">{value}</span>
      </span>
      <button type="button" aria-label={text.common.removeFilter(name)} onClick={onRemove}>
        <X className="i s" aria-hidden="true" />
      </button>
    </span>
  );
}
