import { LAUNCHED_FILE, type PackagedCourse, manifestIdentifier } from '../packaged-course.js';
import { xmlOf } from './xml.js';

/** `imsmanifest.xml` of SCORM 1.2 (Content Aggregation Model, section 2.3). */
export function scorm12Manifest({ iri, title, quiz, passMark }: PackagedCourse): string {
  return xmlOf({
    manifest: {
      '@identifier': manifestIdentifier({ iri }),
      '@version': '1.0',
      '@xmlns': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      metadata: { schema: 'ADL SCORM', schemaversion: '1.2' },
      organizations: {
        '@default': 'organization',
        organization: {
          '@identifier': 'organization',
          title,
          item: {
            '@identifier': 'item',
            '@identifierref': 'resource',
            title,
            ...(quiz.length > 0 ? { 'adlcp:masteryscore': String(passMark) } : {}),
          },
        },
      },
      resources: {
        resource: {
          '@identifier': 'resource',
          '@type': 'webcontent',
          '@adlcp:scormtype': 'sco',
          '@href': LAUNCHED_FILE,
          file: { '@href': LAUNCHED_FILE },
        },
      },
    },
  });
}
