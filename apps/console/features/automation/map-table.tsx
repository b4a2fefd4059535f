import { X } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ColumnHeads } from '../../shared/list/column-heads.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { CompactSelect } from '../../shared/ui/compact-select.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import { SEVERITIES, SEVERITY_OPTIONS } from '../../shared/ui/severity-options.js';
import { FieldError } from '../../shared/ui/text-field.js';
import { type Defaults, type Edited, rowState, withType, withoutType } from './edits.js';
import { SeverityMark } from '../../shared/ui/severity-mark.js';

interface MapTableProps {
  readonly saved: Edited;
  readonly edited: Edited;
  readonly isReadOnly: boolean;
  readonly onEdit: (edited: Edited) => void;
}

export function MapTable({ saved, edited, isReadOnly, onEdit }: MapTableProps): ReactNode {
  const words = text.automation.map;
  const types = [...new Set([...Object.keys(saved.map), ...Object.keys(edited.map)])].toSorted();
  return (
    <section>
      <SectionHead level={2} title={words.title} help={words.help} />
      {types.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <table className="tbl map edge">
          <caption className="sr">{words.caption}</caption>
          <thead>
            <tr>
              <ColumnHeads
                columns={[
                  words.type,
                  words.topic,
                  words.category,
                  words.severity,
                  { name: words.state, className: 'r', isHidden: true },
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {types.map((type) => {
              const defaults = edited.map[type];
              const change = (next: Defaults): void => onEdit(withType(edited, type, next));
              if (defaults === undefined)
                return <RemovedRow key={type} type={type} onPutBack={() => change(saved.map[type] ?? {})} />;
              return isReadOnly ? (
                <ReadOnlyRow key={type} type={type} defaults={defaults} />
              ) : (
                <MapRow
                  key={type}
                  type={type}
                  defaults={defaults}
                  state={rowState(saved, edited, type)}
                  onChange={change}
                  onRemove={() => onEdit(withoutType(edited, type))}
                />
              );
            })}
          </tbody>
        </table>
      )}
      {!isReadOnly && <AddType edited={edited} onEdit={onEdit} />}
    </section>
  );
}

/** A type that is removed by the save. */
function RemovedRow({ type, onPutBack }: { readonly type: string; readonly onPutBack: () => void }): ReactNode {
  const words = text.automation.map;
  return (
    <tr className="cur">
      <th scope="row" className="mono muted">
        {type}
      </th>
      <td colSpan={3} className="muted">
        {words.removed}
      </td>
      <td className="r">
        <Button aria-label={words.putBackOf(type)} onClick={onPutBack}>
          {words.putBack}
        </Button>
      </td>
    </tr>
  );
}

interface MapRowProps {
  readonly type: string;
  readonly defaults: Defaults;
  readonly state: ReturnType<typeof rowState>;
  readonly onChange: (defaults: Defaults) => void;
  readonly onRemove: () => void;
}

/** The defaults of a type, for those who may not change them. */
function ReadOnlyRow({ type, defaults }: Pick<MapRowProps, 'type' | 'defaults'>): ReactNode {
  const fromEvent = <span className="faint">{text.automation.map.fromEvent}</span>;
  return (
    <tr>
      <th scope="row" className="mono">
        {type}
      </th>
      <td>{defaults.topic ?? fromEvent}</td>
      <td>{defaults.category ?? fromEvent}</td>
      <td>{defaults.severity === undefined ? fromEvent : <SeverityMark severity={defaults.severity} />}</td>
      <td aria-hidden="true">–</td>
    </tr>
  );
}

function MapRow({ type, defaults, state, onChange, onRemove }: MapRowProps): ReactNode {
  const words = text.automation.map;
  return (
    <tr className={state === 'same' ? '' : 'cur'}>
      <th scope="row" className="mono">
        {type}
      </th>
      {(['topic', 'category'] as const).map((field) => (
        <td key={field}>
          <input
            className="in sm"
            aria-label={words.fieldOf(words[field], type)}
            placeholder={words.fromEvent}
            maxLength={255}
            value={defaults[field] ?? ''}
            onChange={({ target }) => onChange({ ...defaults, [field]: target.value })}
          />
        </td>
      ))}
      <td>
        <CompactSelect
          label={words.fieldOf(words.severity, type)}
          empty={words.fromEvent}
          value={defaults.severity === undefined ? undefined : `${defaults.severity}`}
          options={SEVERITY_OPTIONS}
          onChoose={(chosen) =>
            onChange({ ...defaults, severity: SEVERITIES.find((severity) => `${severity}` === chosen) })
          }
        />
      </td>
      <td className="r">
        {state !== 'same' && <span className="tag">{state === 'added' ? words.added : words.edited}</span>}
        <Button look="ghost" icon aria-label={words.remove(type)} onClick={onRemove}>
          <X className="i s" aria-hidden="true" />
        </Button>
      </td>
    </tr>
  );
}

function AddType({ edited, onEdit }: Pick<MapTableProps, 'edited' | 'onEdit'>): ReactNode {
  const words = text.automation.map;
  const [type, setType] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const name = type.trim().replace(/^signal\./, '');
    if (!/^[\w.-]{1,100}$/.test(name)) return setError(words.invalid);
    if (edited.map[name] !== undefined) return setError(words.exists);
    setError(null);
    setType('');
    onEdit(withType(edited, name, {}));
  };
  return (
    <form className="add-type" onSubmit={add}>
      <input
        className="in sm"
        aria-label={words.addLabel}
        placeholder={words.addHelp}
        value={type}
        onChange={({ target }) => setType(target.value)}
      />
      <Button type="submit">{words.add}</Button>
      {error !== null && <FieldError>{error}</FieldError>}
    </form>
  );
}
