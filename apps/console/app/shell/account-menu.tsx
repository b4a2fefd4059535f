import { Menu } from '@base-ui/react/menu';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, Settings } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { choose, usePrefs } from '../../shared/prefs/prefs.js';
import { PopupMenu } from '../../shared/ui/popup-menu.js';
import { showToast } from '../../shared/ui/toasts.js';
import { closeSession, forget } from '../../shared/session/session.js';
import { problemText } from '../../shared/text/problem-text.js';
import { text } from '../../shared/text/text.js';
import { PasswordDialog } from './password-dialog.js';

const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['compact', 'comfortable'] as const;

export function AccountMenu({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const { menu } = text.common;
  const prefs = usePrefs();
  const leave = useLeave();
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      <PopupMenu
        trigger={
          <Menu.Trigger className="btn ghost icon" aria-label={menu.account}>
            <Settings className="i" aria-hidden="true" />
          </Menu.Trigger>
        }
      >
        <DisplayChoices />
        <Menu.Separator className="menu-line" />
        <Menu.CheckboxItem
          className="menu-item"
          checked={prefs.singleKeys}
          onCheckedChange={(singleKeys) => choose({ singleKeys })}
          closeOnClick={false}
        >
          <span className="menu-tick">
            <Menu.CheckboxItemIndicator>
              <Check className="i s" aria-hidden="true" />
            </Menu.CheckboxItemIndicator>
          </span>
          {menu.singleKeys}
        </Menu.CheckboxItem>
        <Menu.Item className="menu-item" onClick={onKeys}>
          <span className="menu-tick" />
          {menu.keys}
          <kbd aria-hidden="true">?</kbd>
        </Menu.Item>
        <Menu.Separator className="menu-line" />
        <Menu.Item className="menu-item" onClick={() => setChanging(true)}>
          <span className="menu-tick" />
          {menu.password}
        </Menu.Item>
        <Menu.Item className="menu-item" onClick={leave}>
          <span className="menu-tick" />
          {menu.signOut}
        </Menu.Item>
      </PopupMenu>
      {isChanging && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}

/** The items of a menu that choose the theme and the height of rows. */
export function DisplayChoices(): ReactNode {
  const { menu } = text.common;
  const prefs = usePrefs();
  return (
    <>
      <Menu.RadioGroup value={prefs.theme}>
        <Menu.GroupLabel className="menu-label">{menu.theme}</Menu.GroupLabel>
        {THEMES.map((theme) => (
          <Choice key={theme} value={theme} label={menu.themes[theme]} onChoose={() => choose({ theme })} />
        ))}
      </Menu.RadioGroup>
      <Menu.RadioGroup value={prefs.density}>
        <Menu.GroupLabel className="menu-label">{menu.rows}</Menu.GroupLabel>
        {DENSITIES.map((density) => (
          <Choice key={density} value={density} label={menu.densities[density]} onChoose={() => choose({ density })} />
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function Choice({
  value,
  label,
  onChoose,
}: {
  readonly value: string;
  readonly label: string;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <Menu.RadioItem value={value} className="menu-item" closeOnClick={false} onClick={onChoose}>
      <span className="menu-tick">
        <Menu.RadioItemIndicator>
          <Check className="i s" aria-hidden="true" />
        </Menu.RadioItemIndicator>
      </span>
      {label}
    </Menu.RadioItem>
  );
}

/** Signs out, and goes to the sign-in page. */
export function useLeave(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    try {
      await closeSession();
    } catch (error) {
      // The session is still open: the user must not leave the computer believing that it has ended.
      return showToast(text.common.menu.notSignedOut(problemText(error).what));
    }
    // Navigates before it clears the session, because the page cannot be rendered without one.
    await navigate({ to: '/login', search: { reason: 'signed-out' }, ignoreBlocker: true });
    forget(client);
  };
  return () => void leave();
}
