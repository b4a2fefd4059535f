import { type ReactNode, useId } from 'react';
import { text } from '../../../shared/text/text.js';
import { DATE_FORMATS, type ImportChoices, type ImportKind } from './import-kinds.js';

interface ImportOptionsProps {
  readonly kind: ImportKind;
  readonly choices: ImportChoices;
  readonly onChange: (changes: Partial<ImportChoices>) => void;
}

/** What the columns do not say: how dates are written, and whether the file lists everybody. */
export function ImportOptions({ kind, choices, onChange }: ImportOptionsProps): ReactNode {
  const words = text.people.import;
  const formatId = useId();
  if (kind === 'workers')
    return (
      <label className="choice">
        <input
          type="checkbox"
          className="cb"
          checked={choices.deactivateMissing}
          onChange={({ target }) => onChange({ deactivateMissing: target.checked })}
        />
        <span>
          {words.everybody} <span className="faint">{words.everybodyHelp}</span>
        </span>
      </label>
    );
  return (
    <div className="field narrow">
      <label htmlFor={formatId}>{words.dates}</label>
      <select
        id={formatId}
        className="in"
        value={choices.dateFormat ?? ''}
        onChange={({ target }) => onChange({ dateFormat: target.value === '' ? null : target.value })}
      >
        <option value="">{words.isoDates}</option>
        {DATE_FORMATS.map((format) => (
          <option key={format}>{format}</option>
        ))}
      </select>
    </div>
  );
}
