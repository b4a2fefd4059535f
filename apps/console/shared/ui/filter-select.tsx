import type { ReactNode } from 'react';

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  /** The option that filters nothing; without it, there is always a value. */
  readonly any?: string;
  readonly value: Value | undefined;
  /** Each value with its words. */
  readonly options: ReadonlyArray<readonly [Value, string]>;
  readonly onChoose: (value: Value | undefined) => void;
}

/** Filters a list by one of a few values. */
export function FilterSelect<Value extends string>({
  label,
  any,
  value,
  options,
  onChoose,
}: FilterSelectProps<Value>): ReactNode {
  return (
    <select
      className="in sm"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChoose(options.find(([option]) => option === target.value)?.[0])}
    >
      {any !== undefined && <option value="">{any}</option>}
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}
