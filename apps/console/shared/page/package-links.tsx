import type { ReactNode } from 'react';
import { useRefusal } from '../session/session.js';

const FORMATS = ['scorm12', 'scorm2004', 'cmi5'] as const;

/**
 * Links to the packages of a course or a draft that has material, for those who may export it.
 * @param path of its export: `/engine/v1/admin/courses/crs_…/export`
 */
export function PackageLinks({ path, label }: { readonly path: string; readonly label: string }): ReactNode {
  if (useRefusal('author') !== null) return null;
  return (
    <div className="bar">
      <span className="faint">{label}</span>
      {FORMATS.map((format) => (
        <a key={format} href={`${path}?format=${format}`} download>
          {format}
        </a>
      ))}
    </div>
  );
}
