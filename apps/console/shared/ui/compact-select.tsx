import type { ReactNode } from 'react';
import { Select, type SelectOptions } from './select-field.js';

interface CompactSelectProps<Value extends string> {
  /** Read by screen readers only. */
  readonly label: string;
  /** The option without a value; left out: there is always a value. */
  readonly empty?: string | undefined;
  readonly value: Value | undefined;
  readonly options: SelectOptions<Value>;
  readonly onChoose: (value: Value | undefined) => void;
  readonly className?: string;
}

/** A choice among a few values as a filter of a list or in a cell of a table, without a visible label. */
export function CompactSelect<Value extends string>({
  label,
  empty,
  value,
  options,
  onChoose,
  className = '',
}: CompactSelectProps<Value>): ReactNode {
  return (
    <Select<Value | ''>
      className={`in sm ${className}`.trim()}
      aria-label={label}
      value={value ?? ''}
      options={empty === undefined ? options : [['', empty], ...options]}
      onChoose={(chosen) => onChoose(chosen === '' ? undefined : chosen)}
    />
  );
}
