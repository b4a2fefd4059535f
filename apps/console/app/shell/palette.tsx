import { Dialog } from '@base-ui/react/dialog';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Keyboard, LogOut, Search, SunMoon } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { choose } from '../../shared/prefs/prefs.js';
import { text } from '../../shared/text/text.js';
import { useBack } from '../../shared/ui/use-back.js';
import { useLeave } from './account-menu.js';
import { PAGES } from './pages.js';

const THEMES = ['system', 'light', 'dark'] as const;

/** The command palette (Ctrl K): opens pages, searches in their lists, changes the appearance. */
export function Palette({ onClose, onKeys }: { readonly onClose: () => void; readonly onKeys: () => void }): ReactNode {
  const { palette, menu } = text.common;
  const navigate = useNavigate();
  const leave = useLeave();
  const [query, setQuery] = useState('');
  // Not by `autoFocus`: the dialog would remember the field as what had the focus before, and could not give it back.
  const field = useRef<HTMLInputElement>(null);
  useBack(onClose);
  const then = (act: () => void) => (): void => {
    onClose();
    act();
  };
  const q = query.trim();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Viewport className="palette-place">
          <Dialog.Popup className="palette" data-covers="" initialFocus={field} aria-label={palette.title}>
            <Command label={palette.title} loop>
              <div className="palette-top">
                <Search className="i" aria-hidden="true" />
                <Command.Input ref={field} value={query} onValueChange={setQuery} placeholder={palette.placeholder} />
              </div>
              <Command.List className="palette-list" label={palette.title}>
                <Command.Empty className="palette-empty">{palette.none}</Command.Empty>
                {q !== '' && <Searches q={q} onChoose={(to) => then(() => void navigate({ to, search: { q } }))()} />}
                <Command.Group heading={palette.pages}>
                  {PAGES.map(({ to, label, icon: Icon, key }) => (
                    <Command.Item key={to} value={label} onSelect={then(() => void navigate({ to }))}>
                      <Icon className="i s" aria-hidden="true" />
                      <span className="grow">{label}</span>
                      <kbd aria-hidden="true">g</kbd>
                      <kbd aria-hidden="true">{key}</kbd>
                    </Command.Item>
                  ))}
                </Command.Group>
                <DisplayGroup onTheme={(theme) => then(() => choose({ theme }))()} onKeys={onKeys} />
                <Command.Group heading={palette.account}>
                  <Command.Item value={menu.signOut} onSelect={then(leave)}>
                    <LogOut className="i s" aria-hidden="true" />
                    {menu.signOut}
                  </Command.Item>
                </Command.Group>
              </Command.List>
            </Command>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const SEARCHED = ['/needs', '/people', '/library'] as const;

/** Searches in the lists of these pages. */
function Searches({
  q,
  onChoose,
}: {
  readonly q: string;
  readonly onChoose: (page: (typeof SEARCHED)[number]) => void;
}): ReactNode {
  const { palette } = text.common;
  const labels = { '/needs': palette.needsOf, '/people': palette.peopleOf, '/library': palette.coursesOf };
  return SEARCHED.map((page) => (
    <Command.Item key={page} forceMount value={`${page} ${q}`} onSelect={() => onChoose(page)}>
      <Search className="i s" aria-hidden="true" />
      {labels[page](q)}
    </Command.Item>
  ));
}

function DisplayGroup({
  onTheme,
  onKeys,
}: {
  readonly onTheme: (theme: (typeof THEMES)[number]) => void;
  readonly onKeys: () => void;
}): ReactNode {
  const { palette, menu, keys } = text.common;
  return (
    <Command.Group heading={palette.display}>
      {THEMES.map((theme) => (
        <Command.Item key={theme} value={`${menu.theme} ${menu.themes[theme]}`} onSelect={() => onTheme(theme)}>
          <SunMoon className="i s" aria-hidden="true" />
          {menu.theme}: {menu.themes[theme]}
        </Command.Item>
      ))}
      <Command.Item value={keys.all} onSelect={onKeys}>
        <Keyboard className="i s" aria-hidden="true" />
        {keys.all}
      </Command.Item>
    </Command.Group>
  );
}
