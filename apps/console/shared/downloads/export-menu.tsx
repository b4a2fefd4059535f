import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { text } from '../text/text.js';
import { type Exported, startDownload } from './downloads.js';

/** An export, and what its link says. */
export interface NamedExport {
  readonly label: string;
  readonly exported: Exported;
}

/** The exports of a list behind one button, for phones. */
export function ExportMenu({ exports }: { readonly exports: readonly NamedExport[] }): ReactNode {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <Menu.Root>
      <Menu.Trigger className="btn ghost">
        <Download className="i" aria-hidden="true" />
        {text.common.exports.menu}
      </Menu.Trigger>
      {/* In the page, which is a landmark. */}
      <span ref={place} className="overlay-place" />
      <Menu.Portal container={place}>
        <Menu.Positioner sideOffset={6} align="end" className="over">
          <Menu.Popup className="menu">
            {exports.map(({ label, exported }) => (
              <Menu.Item key={exported.url} className="menu-item" onClick={() => startDownload(exported)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
