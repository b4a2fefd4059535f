import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import yazl from 'yazl';
import { fold } from '#platform/text';
import { cmi5Structure } from './manifests/cmi5.js';
import { scorm12Manifest } from './manifests/scorm12.js';
import { scorm2004Manifest } from './manifests/scorm2004.js';
import { packagePage } from './package-page.js';
import { LAUNCHED_FILE, type PackagedCourse } from './packaged-course.js';

export const PACKAGE_FORMATS = ['scorm12', 'scorm2004', 'cmi5'] as const;
export type PackageFormat = (typeof PACKAGE_FORMATS)[number];

export const ZIP = 'application/zip';

const MANIFESTS: Readonly<
  Record<PackageFormat, { readonly file: string; readonly write: (course: PackagedCourse) => string }>
> = {
  scorm12: { file: 'imsmanifest.xml', write: scorm12Manifest },
  scorm2004: { file: 'imsmanifest.xml', write: scorm2004Manifest },
  cmi5: { file: 'cmi5.xml', write: cmi5Structure },
};

/** The course as a package for learning systems, as a file download. */
export async function packageDownload(course: PackagedCourse, format: PackageFormat): Promise<StreamableFile> {
  const { file, write } = MANIFESTS[format];
  const page = await packagePage(course, format);
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(write(course)), file);
  zip.addBuffer(Buffer.from(page), LAUNCHED_FILE);
  zip.end();
  const name = `${fileNameOf(course.title)}-${format}.zip`;
  return new StreamableFile(zip.outputStream.pipe(new PassThrough()), {
    type: ZIP,
    disposition: `attachment; filename="${name}"`,
  });
}

/** Letters and digits of ASCII, since other ones need an encoding that not every client reads (RFC 6266). */
function fileNameOf(title: string): string {
  const name = fold(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
  return name === '' ? 'course' : name;
}
