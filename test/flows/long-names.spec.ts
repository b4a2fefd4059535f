import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** A name of which matching reads the first half of an emoji, whose characters JavaScript counts twice. */
const cutInAnEmoji = (start: string): string => `${start.length % 2 === 0 ? start : `${start} `}-${'🏗'.repeat(160)}`;

describe('a need is resolved, although matching reads half of a character at the end of', () => {
  it('the title of a course', async () => {
    const course = await publishedCourse(tenant, { title: cutInAnEmoji('First aid') });
    const { recommendation } = await raisedNeed(tenant, { site: 'North', topic: 'First aid' });
    expect(recommendation).toMatchObject({ kind: 'course', courseId: course.id });
  });

  it('its topic', async () => {
    const course = await publishedCourse(tenant, { title: 'First aid' });
    const { recommendation } = await raisedNeed(tenant, { site: 'North', topic: cutInAnEmoji('Primeros auxilios') });
    expect(recommendation).toMatchObject({ kind: 'course', courseId: course.id });
  });
});
