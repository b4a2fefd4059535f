import type { ReactNode } from 'react';
import type { Role } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { SelectField } from '../../../shared/ui/select-field.js';

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
  return (
    <SelectField
      label={label}
      value={role}
      options={ROLES.map((known) => [known, `${text.common.roles[known]}: ${text.settings.may[known]}`])}
      onChoose={onChange}
    />
  );
}
