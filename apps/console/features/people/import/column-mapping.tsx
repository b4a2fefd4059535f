import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { FIELDS, type Field, type ImportKind } from './import-kinds.js';
import type { Column } from './read-table.js';

/** The field that a column is by its name: "External worker ID" is `externalWorkerId`. */
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

/** Each column of the file, what stands in it, and which field it becomes. */
export function ColumnMapping({ kind, columns, mapping, onChange }: ColumnMappingProps): ReactNode {
  const words = text.people.import;
  const change = (column: string, field: string): void => {
    const next = new Map(mapping);
    const chosen = FIELDS[kind].find((known) => known === field);
    if (chosen === undefined || chosen === knownField(kind, column)) next.delete(column);
    else next.set(column, chosen);
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
        {columns.map(({ name, samples }) => {
          const known = knownField(kind, name);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="muted" title={samples.join(', ')}>
                {samples.join(', ')}
              </td>
              <td>
                <select
                  className="in sm"
                  aria-label={words.becomesOf(name)}
                  value={mapping.get(name) ?? known ?? ''}
                  onChange={({ target }) => change(name, target.value)}
                >
                  {known === null && <option value="">{words.ignored}</option>}
                  {FIELDS[kind].map((field) => (
                    <option key={field} value={field}>
                      {words.fields[field]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
