import type { ReactNode } from 'react';

interface CheckFieldProps {
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
  /** What checking it means, or why that is not possible. */
  readonly help?: string | null;
  readonly isDisabled?: boolean;
  /** The label. */
  readonly children: ReactNode;
}

/** A labelled check box. */
export function CheckField({ isChecked, onCheck, help = null, isDisabled, children }: CheckFieldProps): ReactNode {
  return (
    <label className="choice">
      <input
        type="checkbox"
        className="cb"
        checked={isChecked}
        disabled={isDisabled}
        onChange={({ target }) => onCheck(target.checked)}
      />
      {help === null ? (
        children
      ) : (
        <span>
          {children} <span className="faint">{help}</span>
        </span>
      )}
    </label>
  );
}
