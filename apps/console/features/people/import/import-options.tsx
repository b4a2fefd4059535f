import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { DATE_FORMATS, type ImportChoices, type ImportKind } from './import-kinds.js';

interface ImportOptionsProps {
  readonly kind: ImportKind;
  readonly choices: ImportChoices;
  readonly onChange: (changes: Partial<ImportChoices>) => void;
}

/** The options that the columns do not determine: the format of dates, and whether the file lists everybody. */
export function ImportOptions({ kind, choices, onChange }: ImportOptionsProps): ReactNode {
  const words = text.people.import;
  if (kind === 'workers')
    return (
      <CheckField
        isChecked={choices.deactivateMissing}
        onCheck={(deactivateMissing) => onChange({ deactivateMissing })}
        help={words.everybodyHelp}
      >
        {words.everybody}
      </CheckField>
    );
  return (
    <SelectField
      isNarrow
      label={words.dates}
      value={choices.dateFormat ?? ''}
      options={[['', words.isoDates], ...DATE_FORMATS.map((format) => [format, format] as const)]}
      onChoose={(format) => onChange({ dateFormat: format === '' ? null : format })}
    />
  );
}
