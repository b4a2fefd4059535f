import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { DownloadLink } from './download-link.js';

type Value = string | number | boolean | ReadonlyArray<string | number> | undefined;

/** Links that save a list as a file, with the filters that the page has. */
export function ExportLinks({
  name,
  csv,
  xlsx,
  query,
  people = null,
}: {
  /** The list, as its page is called. */
  readonly name: string;
  /** `/engine/v1/admin/workers.csv` */
  readonly csv: string;
  readonly xlsx: string;
  readonly query: Readonly<Record<string, Value>>;
  /** How many people the filters find, if the list is of people; null: unknown. */
  readonly people?: number | null;
}): ReactNode {
  const { csv: asCsv, xlsx: asXlsx } = text.common.exports;
  const params = new URLSearchParams();
  for (const [field, value] of Object.entries(query))
    if (value !== undefined) params.set(field, [value].flat().join(','));
  const filters = params.size === 0 ? '' : `?${params.toString()}`;
  const titled = (format: string): string => text.common.downloads.title(name, format);
  return (
    <>
      <DownloadLink exported={{ url: `${csv}${filters}`, title: titled(asCsv), people }}>{asCsv}</DownloadLink>
      <DownloadLink exported={{ url: `${xlsx}${filters}`, title: titled(asXlsx), people }}>{asXlsx}</DownloadLink>
    </>
  );
}
