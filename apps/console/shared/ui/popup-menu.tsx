import { Menu } from '@base-ui/react/menu';
import { type ReactElement, type ReactNode, useRef } from 'react';

interface PopupMenuProps {
  /** The `Menu.Trigger`. */
  readonly trigger: ReactElement;
  /** The items of the menu. */
  readonly children: ReactNode;
}

/** A menu below the button that opens it. */
export function PopupMenu({ trigger, children }: PopupMenuProps): ReactNode {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <Menu.Root>
      {trigger}
      {/* Beside the button, so that the menu is inside the landmark of the button. */}
      <span ref={place} className="overlay-place" />
      <Menu.Portal container={place}>
        <Menu.Positioner sideOffset={6} align="end" className="over">
          <Menu.Popup className="menu">{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
