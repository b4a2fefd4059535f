import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { usePhone } from '../ui/use-phone.js';
import { DownloadLink } from './download-link.js';
import { ExportMenu, type NamedExport } from './export-menu.js';

type Value = string | number | boolean | ReadonlyArray<string | number> | undefined;

/** Links that save a list as a file, with the filters that the page has; on a phone a menu. */
export function ExportLinks({
  name,
  csv,
  xlsx,
  query,
  people = null,
  more = [],
}: {
  /** The list, as its page is called. */
  readonly name: string;
  /** `/engine/v1/admin/workers.csv` */
  readonly csv: string;
  readonly xlsx: string;
  readonly query: Readonly<Record<string, Value>>;
  /** How many people the filters find, if the list is of people; null: unknown. */
  readonly people?: number | null;
  /** Exports that only this page has. */
  readonly more?: readonly NamedExport[];
}): ReactNode {
  const { csv: asCsv, xlsx: asXlsx } = text.common.exports;
  const params = new URLSearchParams();
  for (const [field, value] of Object.entries(query))
    if (value !== undefined) params.set(field, [value].flat().join(','));
  const filters = params.size === 0 ? '' : `?${params.toString()}`;
  const exportTo = (format: string, url: string): NamedExport => ({
    label: format,
    exported: { url: `${url}${filters}`, title: text.common.downloads.title(name, format), people },
  });
  const exports = [exportTo(asCsv, csv), exportTo(asXlsx, xlsx), ...more];
  if (usePhone()) return <ExportMenu exports={exports} />;
  return exports.map(({ label, exported }) => (
    <DownloadLink key={exported.url} exported={exported}>
      {label}
    </DownloadLink>
  ));
}
