import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scormManifest, zipOf } from '../harness/packages/zip-files.js';
import type { TestTenant } from '../harness/tenant.js';

const LOM = `<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general>
  <title><langstring xml:lang="en">Title of the metadata</langstring></title>
  <description><langstring xml:lang="en">Fall  protection,
    step by step.</langstring><langstring xml:lang="de">Absturz</langstring></description></general>
  <educational><typicallearningtime><datetime>0000-00-00T00:45:00</datetime></typicallearningtime></educational></lom>`;
const SCORM_2004 = `<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xml:base="https://lms.example/courses/">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion>
    <lom:lom xmlns:lom="http://ltsc.ieee.org/xsd/LOM"><lom:educational><lom:typicalLearningTime><lom:duration>PT1H20M30S</lom:duration></lom:typicalLearningTime></lom:educational></lom:lom></metadata>
  <organizations default="o"><organization identifier="o"><title>Confined spaces</title><item identifierref="r" parameters="?course=7&amp;step=1"/></organization></organizations>
  <resources xml:base="entry/"><resource identifier="r" adlcp:scormType="sco" href="start.html?lang=en"/></resources></manifest>`;
const CMI5 = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://x.example/1"><title><langstring lang="en">Lone &amp; remote work</langstring></title><description><langstring>Stay in touch.</langstring></description></course>
  <block id="https://x.example/b"><title><langstring>Block</langstring></title><au id="https://x.example/a"><title><langstring>Part</langstring></title><url>https://x.example/start</url></au></block></courseStructure>`;

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

describe('an imported course', () => {
  it('is a draft with the title, summary and minutes of a SCORM 1.2 package', async () => {
    const file = zipOf({ 'index.html': '<p>', 'imsmanifest.xml': scormManifest({ metadata: LOM }) });
    const course = await tenant.api.importCourses({ body: { file, category: 'Safety' } });
    expect(course).toMatchObject({
      title: 'Working at heights',
      summary: 'Fall protection, step by step.',
      estimatedMinutes: 45,
      category: 'Safety',
      launchUrl: null,
      status: 'draft',
      version: 1,
    });
    expect((await tenant.api.listCourses()).items).toEqual([course]);
    const { items } = await tenant.api.listAudit({ query: { limit: 1 } });
    expect(items[0]).toMatchObject({ action: 'course.imported', after: { format: 'scorm', estimatedMinutes: 45 } });
  });

  it('has a title that is cut before an emoji, not within it', async () => {
    const title = 'a'.repeat(199);
    const file = new Blob([scormManifest({ title: `${title}😀` })]);
    expect(await tenant.api.importCourses({ body: { file } })).toMatchObject({ title });
  });

  it('may refer to its files by way of other folders of the package', async () => {
    const file = new Blob([scormManifest({ href: 'parts/one/../shared/start.html' })]);
    expect(await tenant.api.importCourses({ body: { file } })).toMatchObject({ title: 'Working at heights' });
  });

  it('opens where a manifest of SCORM 2004 with a base and parameters says', async () => {
    expect(await tenant.api.importCourses({ body: { file: new Blob([SCORM_2004]) } })).toMatchObject({
      title: 'Confined spaces',
      launchUrl: 'https://lms.example/courses/entry/start.html?lang=en&course=7&step=1',
      estimatedMinutes: 81,
    });
  });

  it('opens where the structure of a cmi5 course says, or where the form says', async () => {
    const file = zipOf({ 'cmi5.xml': CMI5 });
    expect(await tenant.api.importCourses({ body: { file } })).toMatchObject({
      title: 'Lone & remote work',
      summary: 'Stay in touch.',
      launchUrl: 'https://x.example/start',
      estimatedMinutes: null,
    });
    const launchUrl = 'https://lms.example/42';
    expect(await tenant.api.importCourses({ body: { file, title: 'Lone work', launchUrl } })).toMatchObject({
      title: 'Lone work',
      launchUrl,
    });
  });

  it('may be sent as the body itself, in any encoding that it declares', async () => {
    const title = 'Levée à la corde';
    const sendTitle = async (body: Buffer, contentType: 'application/xml' | 'text/xml'): Promise<string> =>
      (await tenant.api.importCourses({ body: new Blob([body]), contentType })).title;
    const declaring = (encoding: string): string =>
      scormManifest({ title, prolog: `<?xml version="1.0" encoding="${encoding}"?>` });
    expect(await sendTitle(Buffer.from(declaring('ISO-8859-1'), 'latin1'), 'application/xml')).toBe(title);
    expect(await sendTitle(Buffer.from(`\u{feff}${declaring('UTF-16')}`, 'utf16le'), 'text/xml')).toBe(title);
    // As .NET writes it.
    expect(await sendTitle(Buffer.from(declaring('utf-16')), 'text/xml')).toBe(title);
    const zip = zipOf({ 'imsmanifest.xml': scormManifest({ title }) });
    expect((await tenant.api.importCourses({ body: zip, contentType: 'application/zip' })).title).toBe(title);
  });

  it.each(['scorm12', 'scorm2004', 'cmi5'] as const)('may be a package that was exported as %s', async (format) => {
    const { id } = await publishedCourse(tenant, { title: 'Rigging <1>', content: 'Sling, **check**, lift.' });
    const exported = await tenant.api.exportCourse({ path: { id }, query: { format } });
    const file = new Blob([await exported.arrayBuffer()]);
    expect(await tenant.api.importCourses({ body: { file } })).toMatchObject({ title: 'Rigging <1>', status: 'draft' });
  });

  it('is one course where the import is repeated with its key', async () => {
    const send = () =>
      tenant.api.importCourses({
        body: new Blob([SCORM_2004]),
        contentType: 'application/xml',
        header: { 'Idempotency-Key': 'import-1' },
      });
    expect(await send()).toEqual(await send());
    expect((await tenant.api.listCourses()).items).toHaveLength(1);
  });
});
