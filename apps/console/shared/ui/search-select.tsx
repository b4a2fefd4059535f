import { Combobox } from '@base-ui/react/combobox';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check, ChevronDown } from 'lucide-react';
import { type ReactNode, use, useDeferredValue, useId, useState } from 'react';
import { problemText } from '../text/problem-text.js';
import { Entered } from './entered.js';
import { OverlayPlace } from './overlay-place.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Beside the label, fainter. */
  readonly more?: string | undefined;
}

interface SearchSelectProps {
  readonly label: string;
  readonly help?: string;
  readonly placeholder: string;
  readonly chosen: Option | null;
  readonly onChoose: (option: Option) => void;
  /** Names the search for the cache. */
  readonly name: readonly unknown[];
  readonly find: (words: string, signal: AbortSignal) => Promise<readonly Option[]>;
  readonly none: string;
  readonly loading: string;
  /** Read by screen readers: `3 courses`. */
  readonly found: (count: number) => string;
}

/** A choice among more options than fit in a list: the engine searches while the person types. */
export function SearchSelect({
  label,
  help,
  placeholder,
  chosen,
  onChoose,
  name,
  find,
  none,
  loading,
  found,
}: SearchSelectProps): ReactNode {
  const id = useId();
  const chosenLabel = chosen?.label ?? '';
  const [words, setWords] = useState(chosenLabel);
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(chosen?.value);
  if (shown !== chosen?.value) {
    setShown(chosen?.value);
    setWords(chosenLabel);
  }
  // The label of what is chosen is not a search.
  const query = useDeferredValue(words === chosenLabel ? '' : words.trim());
  const entered = use(Entered);
  const {
    data = [],
    isFetching,
    error,
  } = useQuery({
    queryKey: [...name, query],
    queryFn: ({ signal }) => find(query, signal),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="field">
      <Combobox.Root<Option>
        items={data}
        filter={null}
        value={chosen}
        onValueChange={(option, details) => {
          if (option !== null) {
            onChoose(option);
            entered();
          }
          // The field keeps what is chosen, and Esc closes the dialog.
          else if (details.reason === 'escape-key') details.allowPropagation();
        }}
        inputValue={words}
        onInputValueChange={(value, { reason }) => reason === 'input-change' && setWords(value)}
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open);
          // A search without a choice leaves what was chosen before, which the field shows again.
          if (!open) setWords(chosenLabel);
        }}
        isItemEqualToValue={(one, other) => one.value === other.value}
        itemToStringLabel={(option) => option.label}
      >
        <label htmlFor={id}>{label}</label>
        <span className="combo">
          <Combobox.Input
            id={id}
            className="in"
            aria-label={label}
            placeholder={placeholder}
            aria-describedby={help === undefined ? undefined : `${id}-help`}
            onFocus={({ target }) => target.select()}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || (!isOpen && words === chosenLabel)) return;
              // Otherwise Enter would send the form with the choice from before the search.
              event.stopPropagation();
              // The list chooses its highlighted option.
              if (event.currentTarget.hasAttribute('aria-activedescendant')) return;
              event.preventDefault();
              event.preventBaseUIHandler();
              setOpen(true);
            }}
            // A field that was cleared shows what stays chosen.
            onBlur={() => words === '' && setWords(chosenLabel)}
          />
          <Combobox.Trigger className="combo-open" aria-label={placeholder}>
            <ChevronDown className="i s" aria-hidden="true" />
          </Combobox.Trigger>
        </span>
        {help !== undefined && (
          <span className="help" id={`${id}-help`}>
            {help}
          </span>
        )}
        <Options
          found={data.length > 0 ? found(data.length) : ''}
          nothing={isFetching ? loading : error === null ? none : problemText(error).what}
        />
      </Combobox.Root>
    </div>
  );
}

/** What the search has found, below the field. */
function Options({ found, nothing }: { readonly found: string; readonly nothing: string }): ReactNode {
  return (
    <Combobox.Portal container={use(OverlayPlace)}>
      <Combobox.Positioner className="over" sideOffset={4}>
        <Combobox.Popup className="menu combo-list">
          <Combobox.Status className="sr">{found}</Combobox.Status>
          <Combobox.Empty className="combo-note">{nothing}</Combobox.Empty>
          <Combobox.List>
            {(option: Option) => (
              <Combobox.Item key={option.value} value={option} className="menu-item">
                <span className="menu-tick">
                  <Combobox.ItemIndicator>
                    <Check className="i s" aria-hidden="true" />
                  </Combobox.ItemIndicator>
                </span>
                <span className="grow trunc">{option.label}</span>
                {option.more !== undefined && <span className="faint nowrap">{option.more}</span>}
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}
