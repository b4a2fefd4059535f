import type { ReactNode } from 'react';
import { useSession } from '../session/session.js';

/** The initials of the tenant. The name is shown beside them, except on phones, where it is their label. */
export function TenantMark({ label = false }: { readonly label?: boolean }): ReactNode {
  const { tenant } = useSession();
  return (
    <span className="tenant-mark" {...(label ? { role: 'img', 'aria-label': tenant.name } : { 'aria-hidden': true })}>
      {initials(tenant.name)}
    </span>
  );
}

/** `AL` of Acme Logistics. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0], words[0]?.slice(1)];
  return letters
    .map((word) => [...(word ?? '')].at(0) ?? '')
    .join('')
    .toUpperCase();
}
