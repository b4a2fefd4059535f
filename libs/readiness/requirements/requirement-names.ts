import { sql } from '@mikro-orm/postgresql';
import { Course } from '#catalog';
import { WorkerGroup, findSiteId } from '#directory';
import { type TenantTransaction, ids } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import type { Audience } from '../rule/facts.js';
import { readRoles } from '../marks/audience.js';
import type { AudienceBody } from './requirement.dto.js';
import type { Requirement } from './requirement.entity.js';

/** Found, or the rule that the name breaks. */
export type Found<Thing> = { readonly found: Thing } | { readonly message: string; readonly isAmbiguous?: boolean };

/** The columns of an audience. */
export type AudienceColumns = Pick<Requirement, 'audienceKind' | 'audienceId' | 'role' | 'roleKey'>;

/** The columns of what is required. */
export type RequiredColumns = Pick<Requirement, 'credential' | 'credentialKey' | 'courseId'>;

/** Resolves the names in requirements, within one transaction. Results are cached. */
export class RequirementNames {
  private readonly audiences = new Map<string, Promise<Found<AudienceColumns>>>();
  private readonly courses = new Map<string, Promise<Found<RequiredColumns>>>();
  private readonly trainings = new Map<string, Promise<Found<RequiredColumns>>>();
  private roles: ReturnType<typeof readRoles> | undefined;

  constructor(private readonly tx: TenantTransaction) {}

  audience({ kind, name }: AudienceBody): Promise<Found<AudienceColumns>> {
    const key = `${kind} ${nameKeyOf(name ?? '')}`;
    const known = this.audiences.get(key) ?? this.findAudience({ kind, name: name ?? null });
    this.audiences.set(key, known);
    return known;
  }

  /** @param name `crs_…`, or a title where `byTitle` */
  course(name: string, byTitle: boolean): Promise<Found<RequiredColumns>> {
    const known = this.courses.get(name) ?? this.findCourse(name, byTitle);
    this.courses.set(name, known);
    return known;
  }

  /** A course by its id or title, else a credential. */
  training(name: string): Promise<Found<RequiredColumns>> {
    const known = this.trainings.get(name) ?? this.findTraining(name);
    this.trainings.set(name, known);
    return known;
  }

  private async findTraining(name: string): Promise<Found<RequiredColumns>> {
    const course = await this.course(name, true);
    const isCourseId = name.startsWith('crs_');
    if (!('found' in course))
      return isCourseId || course.isAmbiguous === true ? course : { found: credentialColumns(name) };
    return !isCourseId && (await this.isHeld(name))
      ? { message: `is a course and a credential: call the column "course: ${name}" or "credential: ${name}"` }
      : course;
  }

  /** True if a worker holds a credential of this name. */
  private async isHeld(name: string): Promise<boolean> {
    const [row] = await this.tx.execute<Array<{ id: string }>>(sql`
      select id from credential
      where tenant_id = ${this.tx.tenantId} and name_key = ${nameKeyOf(name)} and superseded_at is null limit 1`);
    return row !== undefined;
  }

  private async findAudience({
    kind,
    name,
  }: {
    kind: AudienceBody['kind'];
    name: string | null;
  }): Promise<Found<AudienceColumns>> {
    if (kind === 'everyone')
      return name === null
        ? { found: { audienceKind: kind, audienceId: null, role: null, roleKey: null } }
        : { message: 'must be left out if the requirement is for everyone' };
    if (name === null) return { message: `must name a ${kind}` };
    if (kind === 'role') return this.findRole(name);
    const id = kind === 'site' ? await findSiteId(this.tx, name) : await this.groupId(name);
    return id === null
      ? { message: `names no ${kind}` }
      : { found: { audienceKind: kind, audienceId: id, role: null, roleKey: null } };
  }

  private async groupId(name: string): Promise<string | null> {
    return (await this.tx.findOne(WorkerGroup, { nameKey: nameKeyOf(name) }))?.id ?? null;
  }

  private async findRole(name: string): Promise<Found<AudienceColumns>> {
    this.roles ??= readRoles(this.tx);
    const [role] = (await this.roles).get(nameKeyOf(name)) ?? [];
    return role === undefined
      ? { message: 'is a role that no worker has' }
      : { found: { audienceKind: 'role', audienceId: null, role, roleKey: nameKeyOf(name) } };
  }

  private async findCourse(name: string, byTitle: boolean): Promise<Found<RequiredColumns>> {
    const id = ids.parse('crs', name);
    if (id !== null && (await this.tx.count(Course, { id })) > 0) return { found: courseColumns(id) };
    if (!byTitle || id !== null) return { message: 'must be a course of the library' };
    const titled = await this.tx.execute<Array<{ id: string }>>(sql`
      select id from course where tenant_id = ${this.tx.tenantId} and lower(title) = lower(${name})
        and status <> 'archived' limit 2`);
    const [course] = titled;
    if (course === undefined) return { message: 'must be a course of the library' };
    return titled.length > 1
      ? { message: 'is the title of several courses: use the id of one', isAmbiguous: true }
      : { found: courseColumns(course.id) };
  }
}

export function credentialColumns(credential: string): RequiredColumns {
  return { credential, credentialKey: nameKeyOf(credential), courseId: null };
}

function courseColumns(courseId: string): RequiredColumns {
  return { credential: null, credentialKey: null, courseId };
}

/** Whom a stored requirement is for, as the rule reads it. */
export function audienceOf({ audienceKind, audienceId, roleKey }: AudienceColumns): Audience {
  if (audienceKind === 'role') return { kind: 'role', roleKey: roleKey ?? '' };
  return audienceKind === 'everyone' ? { kind: 'everyone' } : { kind: audienceKind, id: audienceId ?? '' };
}
