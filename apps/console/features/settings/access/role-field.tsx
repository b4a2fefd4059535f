import { type ReactNode, useId } from 'react';
import type { Role } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';

const ROLES = ['viewer', 'author', 'admin'] as const satisfies readonly Role[];

/** The choice of a role, with what it may do. */
export function RoleField({
  label = text.settings.role,
  role,
  onChange,
}: {
  readonly label?: string;
  readonly role: Role;
  readonly onChange: (role: Role) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="in"
        value={role}
        onChange={({ target }) => onChange(ROLES.find((known) => known === target.value) ?? 'viewer')}
      >
        {ROLES.map((known) => (
          <option key={known} value={known}>
            {text.common.roles[known]}: {text.settings.may[known]}
          </option>
        ))}
      </select>
    </div>
  );
}
