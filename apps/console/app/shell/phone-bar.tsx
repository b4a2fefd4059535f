import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Link, useNavigate } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { text } from '../../shared/text/text.js';
import { DisplayChoices, useLeave } from './account-menu.js';
import { PAGES } from './pages.js';
import { PasswordDialog } from './password-dialog.js';

const SHOWN = ['/needs', '/readiness', '/people'];

/** The navigation of phones, at the bottom. */
export function PhoneBar({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { nav, menu } = text.common;
  const navigate = useNavigate();
  const leave = useLeave();
  const place = useRef<HTMLElement>(null);
  const [isChanging, setChanging] = useState(false);
  return (
    <nav className="tabs-phone" ref={place} aria-label={nav.label}>
      {PAGES.filter(({ to }) => SHOWN.includes(to)).map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to}>
          <Icon className="i" aria-hidden="true" />
          {to === '/needs' ? nav.needsShort : label}
        </Link>
      ))}
      <BaseMenu.Root>
        <BaseMenu.Trigger className="tab">
          <Menu className="i" aria-hidden="true" />
          {nav.more}
        </BaseMenu.Trigger>
        <BaseMenu.Portal container={place}>
          <BaseMenu.Positioner className="over" sideOffset={8} align="end">
            <BaseMenu.Popup className="menu">
              {PAGES.filter(({ to }) => !SHOWN.includes(to)).map(({ to, label, icon: Icon }) => (
                <BaseMenu.Item key={to} className="menu-item" onClick={() => void navigate({ to })}>
                  <Icon className="i s" aria-hidden="true" />
                  {label}
                </BaseMenu.Item>
              ))}
              <BaseMenu.Separator className="menu-line" />
              <DisplayChoices />
              <BaseMenu.Separator className="menu-line" />
              <BaseMenu.Item className="menu-item" onClick={onKeys}>
                {menu.keys}
              </BaseMenu.Item>
              <BaseMenu.Item className="menu-item" onClick={() => setChanging(true)}>
                {menu.password}
              </BaseMenu.Item>
              <BaseMenu.Item className="menu-item" onClick={leave}>
                {menu.signOut}
              </BaseMenu.Item>
            </BaseMenu.Popup>
          </BaseMenu.Positioner>
        </BaseMenu.Portal>
      </BaseMenu.Root>
      {isChanging && <PasswordDialog onClose={() => setChanging(false)} />}
    </nav>
  );
}
