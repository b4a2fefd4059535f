import { LAUNCHED_FILE, type PackagedCourse, manifestIdentifier } from '../packaged-course.js';
import { xmlOf } from './xml.js';

/** `imsmanifest.xml` of SCORM 2004, 4th edition (Content Aggregation Model, section 3.4). */
export function scorm2004Manifest({ iri, title, quiz, passMark }: PackagedCourse): string {
  return xmlOf({
    manifest: {
      '@identifier': manifestIdentifier({ iri }),
      '@version': '1.0',
      '@xmlns': 'http://www.imsglobal.org/xsd/imscp_v1p1',
      '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      '@xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
      metadata: { schema: 'ADL SCORM', schemaversion: '2004 4th Edition' },
      organizations: {
        '@default': 'organization',
        organization: {
          '@identifier': 'organization',
          title,
          item: {
            '@identifier': 'item',
            '@identifierref': 'resource',
            title,
            'imsss:sequencing': sequencing(quiz.length > 0, passMark),
          },
        },
      },
      resources: {
        resource: {
          '@identifier': 'resource',
          '@type': 'webcontent',
          '@adlcp:scormType': 'sco',
          '@href': LAUNCHED_FILE,
          file: { '@href': LAUNCHED_FILE },
        },
      },
    },
  });
}

/** The quiz's score decides whether the objective is satisfied; the page itself reports completion. */
function sequencing(hasQuiz: boolean, passMark: number): object {
  return {
    'imsss:objectives': {
      'imsss:primaryObjective': hasQuiz
        ? {
            '@objectiveID': 'quiz',
            '@satisfiedByMeasure': 'true',
            'imsss:minNormalizedMeasure': String(passMark / 100),
          }
        : { '@objectiveID': 'read' },
    },
    'imsss:deliveryControls': { '@completionSetByContent': 'true', '@objectiveSetByContent': 'true' },
  };
}
