import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { PopupMenu } from '../ui/popup-menu.js';
import { type Exported, startDownload } from './downloads.js';

/** An export, and what its link says. */
export interface NamedExport {
  readonly label: string;
  readonly exported: Exported;
}

/** The exports of a list behind one button, for phones. */
export function ExportMenu({ exports }: { readonly exports: readonly NamedExport[] }): ReactNode {
  return (
    <PopupMenu
      trigger={
        <Menu.Trigger className="btn ghost">
          <Download className="i" aria-hidden="true" />
          {text.common.exports.menu}
        </Menu.Trigger>
      }
    >
      {exports.map(({ label, exported }) => (
        <Menu.Item key={exported.url} className="menu-item" onClick={() => startDownload(exported)}>
          {label}
        </Menu.Item>
      ))}
    </PopupMenu>
  );
}
