import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { AccountMenu } from './account-menu.js';
import { LiveLine } from './live-line.js';
import { PAGES } from './pages.js';
import { ZoneLine } from './zone-line.js';
import { TenantMark, initials } from '../../shared/page/tenant-mark.js';

export function Sidebar({
  onPalette,
  onKeys,
}: {
  readonly onPalette: () => void;
  readonly onKeys: () => void;
}): ReactNode {
  const { tenant, user } = useSession();
  const { nav, roles } = text.common;
  return (
    <aside className="side" aria-label={nav.side}>
      <p className="tenant">
        <TenantMark />
        <span className="grow t">
          <b className="trunc">{tenant.name}</b>
          <small className="trunc">{tenant.slug}</small>
        </span>
      </p>
      <button className="cmd" type="button" onClick={onPalette} aria-keyshortcuts="Control+K">
        <Search className="i s" aria-hidden="true" />
        <span className="grow t">{nav.palette}</span>
        <kbd aria-hidden="true">Ctrl</kbd>
        <kbd aria-hidden="true">K</kbd>
      </button>
      <nav className="nav" aria-label={nav.label}>
        {PAGES.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} title={label}>
            <Icon className="i" aria-hidden="true" />
            <span className="t">{label}</span>
          </Link>
        ))}
      </nav>
      <div className="side-foot">
        <LiveLine />
        <ZoneLine />
        <div className="me">
          <span className="avatar" aria-hidden="true">
            {initials(user.name)}
          </span>
          <span className="grow t">
            <span className="medium trunc block">{user.name}</span>
            <small>{roles[user.role]}</small>
          </span>
          <AccountMenu onKeys={onKeys} />
        </div>
      </div>
    </aside>
  );
}
