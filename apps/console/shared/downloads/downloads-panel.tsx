import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { Button } from '../ui/button.js';
import { type Download, dropDownload, isRunning, startDownload, useDownloads } from './downloads.js';
import { FileCutShort } from './read-file.js';
import { progressText, shareOf } from './progress-text.js';

/** The running exports, each with its progress and a button that cancels it, and the failed ones with their reasons. */
export function DownloadsPanel(): ReactNode {
  const downloads = useDownloads();
  if (downloads.length === 0) return null;
  return (
    <section className="downloads" aria-label={text.common.downloads.label}>
      <ul>
        {downloads.map((download) => (
          <li key={download.url} className="download">
            {isRunning(download) ? <Running download={download} /> : <Failed download={download} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Running({ download }: { readonly download: Download }): ReactNode {
  const words = text.common.downloads;
  const share = shareOf(download);
  const { title, url } = download;
  return (
    <>
      <p className="grow">
        <b>{title}</b>
        <span className="faint num">{progressText(download)}</span>
      </p>
      <Button onClick={() => dropDownload(url)} aria-label={words.cancel(title)}>
        {text.common.cancel}
      </Button>
      <progress aria-label={title} max={1} {...(share === null ? {} : { value: share })} />
    </>
  );
}

function Failed({ download }: { readonly download: Download }): ReactNode {
  const words = text.common.downloads;
  const { title, url, error } = download;
  const { what, details } =
    error instanceof FileCutShort ? { what: words.cutShort, details: error.message } : problemText(error);
  return (
    <>
      <p className="grow" role="alert">
        <b>{words.failed(title)}</b>
        <span title={details}>{what}</span>
      </p>
      <Button onClick={() => startDownload(download)}>{text.common.tryAgain}</Button>
      <Button icon look="ghost" aria-label={text.common.close} onClick={() => dropDownload(url)}>
        <X className="i s" aria-hidden="true" />
      </Button>
    </>
  );
}
