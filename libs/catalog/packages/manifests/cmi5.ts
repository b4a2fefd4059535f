import { LAUNCHED_FILE, type PackagedCourse } from '../packaged-course.js';
import { xmlOf } from './xml.js';

/** `cmi5.xml`: the course structure of cmi5 (Quartz, section 14). */
export function cmi5Structure({ iri, title, summary, quiz, passMark }: PackagedCourse): string {
  const texts = {
    title: { langstring: { '@lang': 'en', '#': title } },
    description: { langstring: { '@lang': 'en', '#': summary ?? title } },
  };
  return xmlOf({
    courseStructure: {
      '@xmlns': 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
      course: { '@id': iri, ...texts },
      au: {
        '@id': `${iri}/lessons`,
        '@moveOn': quiz.length > 0 ? 'CompletedAndPassed' : 'Completed',
        ...(quiz.length > 0 ? { '@masteryScore': String(passMark / 100) } : {}),
        '@launchMethod': 'AnyWindow',
        ...texts,
        url: LAUNCHED_FILE,
      },
    },
  });
}
