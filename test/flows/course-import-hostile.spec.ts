import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProblem } from '#client';
import { asRole } from '../factories/tokens.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scormManifest, zipOf } from '../harness/packages/zip-files.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

const refusalOf = async (file: Blob, fields = {}): Promise<ApiProblem> => {
  const problem: unknown = await tenant.api
    .importCourses({ body: { file, ...fields } })
    .catch((error: unknown) => error);
  if (!(problem instanceof ApiProblem)) throw new Error('the import was not refused');
  return problem;
};
const xml = (text: string): Blob => new Blob([text]);
const inside = (manifest: string | Uint8Array): Blob => zipOf({ 'imsmanifest.xml': manifest });
const MIB = 1_024 * 1_024;
const ENTITIES = '<!DOCTYPE m [<!ENTITY a "x"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
const CMI5 = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
/** Units inside of bases, each of which makes their addresses longer. */
const based = (levels: number): string =>
  `<courseStructure xmlns="${CMI5}">${`<block xml:base="${'a'.repeat(1_900)}/">`.repeat(levels)}${'<au><url>x</url></au>'.repeat(20_000)}${'</block>'.repeat(levels)}</courseStructure>`;
const nested = (levels: number): string => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;

const manyResources = scormManifest({}).replace(
  '<resources>',
  `<resources>${Array.from({ length: 5_000 }, (_v, n) => `<resource identifier="${n}" href="x"/>`).join('')}`,
);

const manyAttributes = Array.from({ length: 201 }, (_v, n) => `a${n}=""`).join(' ');

/** A package whose archive names a file of the attacker's choice. */
const named = (name: string): Blob => zipOf({ [name]: 'x', 'imsmanifest.xml': scormManifest({}) });

describe('a package that is refused', () => {
  it.each<[string, () => Blob, string]>([
    ['a manifest that unpacks to gigabytes', () => inside(new Uint8Array(30 * MIB)), 'at most 2 MiB'],
    ['a manifest above 2 MiB', () => xml(`<manifest>${' '.repeat(2 * MIB)}</manifest>`), 'at most 2 MiB'],
    ['entities', () => inside(scormManifest({ title: '&b;', prolog: ENTITIES })), 'DOCTYPE'],
    ['an unknown entity', () => xml(scormManifest({ title: '&b;' })), 'not well-formed XML'],
    ['a name outside of the package', () => named('../../etc/cron.d/x'), 'invalid relative path'],
    ['an absolute name', () => named('/etc/passwd'), 'absolute path'],
    ['a resource outside of the package', () => xml(scormManifest({ href: 'a/%2e%2e/../x.html' })), 'its own files'],
    ['a script for an address', () => xml(scormManifest({ href: 'javascript:alert(1)' })), 'its own files'],
    ['an address with a password', () => xml(scormManifest({ href: 'https://u:p@x.example/' })), 'a password'],
    ['long addresses', () => xml(based(55)), 'at most 2000 characters'],
    ['deep elements', () => xml(nested(70_000)), 'must be a manifest of SCORM'],
    ['deep metadata', () => xml(scormManifest({ metadata: nested(70_000) })), '64 levels'],
    ['many elements', () => xml(scormManifest({ metadata: '<a/>'.repeat(60_000) })), '50000 elements'],
    ['many attributes', () => xml(`<manifest ${manyAttributes}/>`), '200 attributes'],
    ['many resources', () => xml(manyResources), '5000 resources'],
    ['a long name', () => xml(scormManifest({ metadata: `<${'a'.repeat(MIB)}/>` })), 'at most 100 characters'],
    ['another encoding', () => new Blob([Buffer.from(scormManifest({ title: 'Levée' }), 'latin1')]), 'not utf-8'],
    [
      'an unknown encoding',
      () => xml(scormManifest({ prolog: '<?xml version="1.0" encoding="x-mine"?>' })),
      'not known: x-mine',
    ],
    ['no manifest', () => zipOf({ 'index.html': 'x' }), 'must have imsmanifest.xml'],
    ['a manifest in a folder', () => zipOf({ 'course/imsmanifest.xml': 'x' }), 'pack the contents of the folder'],
    [
      'many entries',
      () => zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_v, n) => [`${n}`, ''])), 0),
      '10000 entries',
    ],
    ['a broken archive', () => new Blob(['PK\u0003\u0004 but no archive']), 'ZIP file that cannot be read'],
    ['no XML', () => new Blob(['Dear reader']), 'not well-formed XML'],
    ['nothing', () => new Blob(['']), 'not well-formed XML'],
    ['another XML', () => xml('<html xmlns="http://www.w3.org/1999/xhtml"/>'), 'must be a manifest of SCORM'],
    ['no SCORM', () => xml(scormManifest({}).replaceAll(/ adlcp:scormtype="\w+"/g, '')), 'no SCORM manifest'],
  ])('has %s, and is told the rule', async (_what, file, rule) => {
    const { status, code, errors } = await refusalOf(file());
    expect({ status, code, field: errors[0]?.field }).toEqual({
      status: 422,
      code: 'unreadable_package',
      field: 'file',
    });
    expect(errors[0]?.message).toContain(rule);
    expect((await tenant.api.listCourses()).items).toEqual([]);
  });

  it('names each wrong field, and needs a title from the form where the manifest has none', async () => {
    const { errors } = await refusalOf(xml(scormManifest({})), { launchUrl: 'ftp://x', colour: 'red' });
    expect(errors.map(({ field }) => field)).toEqual(['colour', 'launchUrl']);
    expect(await refusalOf(xml(scormManifest({ title: ' ' })))).toMatchObject({ errors: [{ field: 'title' }] });
  });

  it('is larger than 50 MiB, or has another media type, or comes from a viewer', async () => {
    expect(await refusalOf(new Blob([new Uint8Array(50 * MIB + 1)]))).toMatchObject({ status: 413 });
    const send = async (token: string, type: string): Promise<number> =>
      (
        await tenant
          .as(token)
          .call('POST', '/courses/import', { headers: { 'content-type': type }, body: scormManifest({}) })
      ).status;
    expect(await send(tenant.adminToken, 'text/csv')).toBe(415);
    expect(await send((await asRole(tenant, 'viewer')).adminToken, 'application/xml')).toBe(403);
    expect((await tenant.api.listCourses()).items).toEqual([]);
  });
});
