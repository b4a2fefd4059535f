import { strToU8, zipSync } from 'fflate';

/** A ZIP file of texts and bytes. @param level of compression; 0: none, for thousands of files */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Blob {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return new Blob([Buffer.from(zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level }))]);
}

/** The manifest of a course of SCORM 1.2 with one resource, and more metadata and attributes. */
export function scormManifest({
  title = 'Working at heights',
  metadata = '',
  href = 'index.html',
  prolog = '<?xml version="1.0" encoding="UTF-8"?>',
}): string {
  return `${prolog}
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>${metadata}</metadata>
  <organizations default="two">
    <organization identifier="one"><title>Another order</title></organization>
    <organization identifier="two"><title>${title}</title><item identifier="i" identifierref="r"><title>Part 1</title></item></organization>
  </organizations>
  <resources>
    <resource identifier="other" type="webcontent" adlcp:scormtype="asset" href="https://elsewhere.example/x"/>
    <resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="${href}"><file href="index.html"/></resource>
  </resources>
</manifest>`;
}
