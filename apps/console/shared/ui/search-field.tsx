import type { ReactNode } from 'react';

/** A filter of words, which is set with Enter or when the field is left: not with each letter. */
export function SearchField({
  label,
  help = label,
  value,
  className = '',
  onSearch,
}: {
  readonly label: string;
  /** Stands in the empty field. */
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
      // Another place of the page may clear it.
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
