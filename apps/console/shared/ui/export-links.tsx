import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../text/text.js';

type Value = string | number | boolean | ReadonlyArray<string | number> | undefined;

/** Links that save a list as a file, with the filters that the page has. */
export function ExportLinks({
  csv,
  xlsx,
  query,
}: {
  /** `/engine/v1/admin/workers.csv` */
  readonly csv: string;
  readonly xlsx: string;
  readonly query: Readonly<Record<string, Value>>;
}): ReactNode {
  const words = text.common.exports;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) params.set(name, [value].flat().join(','));
  const filters = params.size === 0 ? '' : `?${params.toString()}`;
  return (
    <>
      <a className="btn ghost only-desk" href={`${csv}${filters}`} download>
        <Download className="i s" aria-hidden="true" />
        {words.csv}
      </a>
      <a className="btn ghost only-desk" href={`${xlsx}${filters}`} download>
        <Download className="i s" aria-hidden="true" />
        {words.xlsx}
      </a>
    </>
  );
}
