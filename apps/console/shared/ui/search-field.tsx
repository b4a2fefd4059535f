import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A text filter, which applies on Enter or when the field loses the focus, not with each letter. The button in the
 * field that empties it applies at once.
 */
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
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Another part of the page may clear the filter.
    if (field.current !== null) field.current.value = value ?? '';
  }, [value]);
  const search = (given: string): void => {
    const words = given.trim() === '' ? undefined : given.trim();
    if (words !== value) onSearch(words);
  };
  return (
    <input
      ref={field}
      className={`in sm ${className}`}
      type="search"
      aria-label={label}
      placeholder={help}
      title={help}
      defaultValue={value}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && search(currentTarget.value)}
      onInput={({ nativeEvent, currentTarget: { value: given } }) => {
        // Typing is an InputEvent; the button causes a plain event.
        if (given === '' && !(nativeEvent instanceof InputEvent)) search('');
      }}
      onBlur={({ target }) => search(target.value)}
    />
  );
}
