import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { CompactSelect } from '../../../shared/ui/compact-select.js';
import { FIELDS, type Field, type ImportKind } from './import-kinds.js';
import type { Column } from './read-table.js';

/** The field that the name of a column means: "External worker ID" is `externalWorkerId`. */
export function knownField(kind: ImportKind, column: string): Field | null {
  const letters = column.toLowerCase().replace(/[^\p{L}]/gu, '');
  return FIELDS[kind].find((field) => field.toLowerCase() === letters) ?? null;
}

interface ColumnMappingProps {
  readonly kind: ImportKind;
  readonly columns: readonly Column[];
  readonly mapping: ReadonlyMap<string, Field>;
  readonly onChange: (mapping: ReadonlyMap<string, Field>) => void;
}

/** Each column of the file with samples of its values, and the field to which it is mapped. */
export function ColumnMapping({ kind, columns, mapping, onChange }: ColumnMappingProps): ReactNode {
  const words = text.people.import;
  const change = (column: string, field: Field | undefined): void => {
    const next = new Map(mapping);
    if (field === undefined) next.delete(column);
    else next.set(column, field);
    onChange(next);
  };
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
        {columns.map(({ name, samples }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="muted" title={samples.join(', ')}>
              {samples.join(', ')}
            </td>
            <td>
              <CompactSelect
                label={words.becomesOf(name)}
                empty={knownField(kind, name) === null ? words.ignored : undefined}
                value={mapping.get(name)}
                options={FIELDS[kind].map((field) => [field, words.fields[field]])}
                onChoose={(field) => change(name, field)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
