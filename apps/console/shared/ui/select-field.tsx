import { type ComponentProps, type ReactNode, useId } from 'react';
import { useFieldProblem } from './field-problems.js';
import { FieldError } from './text-field.js';

/** The values of a select, each with its label. */
export type SelectOptions<Value extends string> = ReadonlyArray<readonly [value: Value, label: string]>;

interface SelectFieldProps<Value extends string> extends Pick<ComponentProps<'select'>, 'name'> {
  readonly label: string;
  readonly options: SelectOptions<Value>;
  /** Left out: the select is uncontrolled, and its value is part of the form's data. */
  readonly value?: Value;
  readonly defaultValue?: Value;
  readonly isNarrow?: boolean;
  readonly onChoose?: (value: Value) => void;
}

/** A labelled choice among a few values, with what the engine refused of the field with its name. */
export function SelectField<Value extends string>({
  label,
  options,
  isNarrow = false,
  onChoose,
  ...select
}: SelectFieldProps<Value>): ReactNode {
  const id = useId();
  const error = useFieldProblem(select.name);
  return (
    <div className={isNarrow ? 'field narrow' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Select
        {...select}
        id={id}
        className="in"
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : `${id}-error`}
        options={options}
        onChoose={onChoose}
      />
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

interface SelectProps<Value extends string> extends Omit<ComponentProps<'select'>, 'onChange' | 'children'> {
  readonly options: SelectOptions<Value>;
  readonly onChoose?: ((value: Value) => void) | undefined;
}

/** A select without a label of its own. */
export function Select<Value extends string>({ options, onChoose, ...props }: SelectProps<Value>): ReactNode {
  return (
    <select
      {...props}
      onChange={({ target }) => {
        const chosen = options.find(([value]) => value === target.value);
        if (chosen !== undefined) onChoose?.(chosen[0]);
      }}
    >
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
