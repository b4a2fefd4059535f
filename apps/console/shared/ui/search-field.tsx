import type { ReactNode } from 'react';

/** A text filter, which applies on Enter or when the field loses the focus, not with each letter. */
export function SearchField({
  label,
  help = label,
  value,
  className = '',
  onSearch,
}: {
  readonly label: string;
  /** The placeholder of the empty field. */
  readonly help?: string;
  readonly value: string | undefined;
  readonly className?: string;
  readonly onSearch: (value: string | undefined) => void;
}): ReactNode {
  const search = (given: string): void => {
    const words = given.trim() === '' ? undefined : given.trim();
    if (words !== value) onSearch(words);
  };
  return (
    <input
      // Another part of the page may clear the filter.
      key={value ?? ''}
      className={`in sm ${className}`}
      type="search"
      aria-label={label}
      placeholder={help}
      title={help}
      defaultValue={value}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && search(currentTarget.value)}
      onBlur={({ target }) => search(target.value)}
    />
  );
}
