import { Download as Icon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { text } from '../text/text.js';
import { type Exported, isRunning, startDownload, useDownloads } from './downloads.js';
import { shareOf } from './progress-text.js';

/**
 * A link that downloads a file from the engine and shows the progress. If it is opened in a tab or by "save as", it
 * behaves like any other link.
 */
export function DownloadLink({
  exported,
  icon = <Icon className="i s" aria-hidden="true" />,
  children,
}: {
  readonly exported: Exported;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const running = useDownloads().find((one) => one.url === exported.url && isRunning(one));
  const share = running === undefined ? null : shareOf(running);
  const start = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    startDownload(exported);
  };
  return (
    <a
      className="btn ghost"
      href={exported.url}
      download
      aria-busy={running === undefined ? undefined : true}
      onClick={start}
    >
      {icon}
      {children}
      {running !== undefined && (
        <span className="faint num">{share === null ? text.common.downloads.running : percent(share)}</span>
      )}
    </a>
  );
}

function percent(share: number): string {
  return text.common.downloads.percent(Math.floor(share * 100));
}
