import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { CompactSelect } from '../../../shared/ui/compact-select.js';
import { FIELDS, type ImportKind, type Mapping } from './import-kinds.js';
import type { Column } from './read-table.js';
import { fieldText } from './refusal-text.js';

interface ColumnMappingProps {
  readonly kind: ImportKind;
  readonly columns: readonly Column[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Each column of the file with samples of its values, and the field to which it is mapped. */
export function ColumnMapping({ kind, columns, mapping, onChange }: ColumnMappingProps): ReactNode {
  const words = text.people.import;
  return (
    <table className="tbl inset columns">
      <caption className="sr">{words.steps.columns}</caption>
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.samples}</th>
          <th scope="col">{words.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, samples }, index) => (
          // A file may have two columns of one name.
          <tr key={`${index} ${name}`}>
            <th scope="row">{name}</th>
            <td className="muted" title={samples.join(', ')}>
              {samples.join(', ')}
            </td>
            <td>
              <CompactSelect
                label={words.becomesOf(name)}
                empty={words.ignored}
                value={mapping.get(name) ?? undefined}
                options={FIELDS[kind].map((field) => [field, fieldText(kind, field)])}
                onChoose={(field) => onChange(new Map([...mapping, [name, field ?? null]]))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
