import { type FieldError, Invalid } from '#platform/errors';
import {
  type AudienceColumns,
  type Found,
  type RequirementNames,
  type RequiredColumns,
  credentialColumns,
} from './requirement-names.js';
import type { ChangeRequirementBody, CreateRequirementBody } from './requirement.dto.js';

interface NamedColumns {
  readonly audience?: AudienceColumns;
  readonly required?: RequiredColumns;
}

const ONE_OF_BOTH = 'exactly one of credential and courseId must be given';

/** Finds what a new requirement names. @throws Invalid naming each wrong field */
export async function resolveNew(
  names: RequirementNames,
  body: CreateRequirementBody,
): Promise<Required<NamedColumns>> {
  const errors: FieldError[] = [];
  const { audience, required } = await resolve(names, body, errors);
  if (body.credential === undefined && body.courseId === undefined)
    errors.push({ field: 'credential', message: ONE_OF_BOTH });
  if (audience === undefined || required === undefined || errors.length > 0) throw new Invalid(errors);
  return { audience, required };
}

/** Finds what a change names; undefined stays as it is. @throws Invalid naming each wrong field */
export async function resolveChange(names: RequirementNames, body: ChangeRequirementBody): Promise<NamedColumns> {
  const errors: FieldError[] = [];
  const columns = await resolve(names, body, errors);
  if (errors.length > 0) throw new Invalid(errors);
  return columns;
}

async function resolve(
  names: RequirementNames,
  { appliesTo, credential, courseId }: ChangeRequirementBody,
  errors: FieldError[],
): Promise<NamedColumns> {
  const foundOr = <Thing>(result: Found<Thing>, field: string): Thing | undefined => {
    if ('found' in result) return result.found;
    errors.push({ field, message: result.message });
    return undefined;
  };
  const audience = appliesTo === undefined ? undefined : foundOr(await names.audience(appliesTo), 'appliesTo.name');
  if (credential !== undefined && courseId !== undefined) errors.push({ field: 'courseId', message: ONE_OF_BOTH });
  const required =
    courseId === undefined
      ? credential === undefined
        ? undefined
        : credentialColumns(credential)
      : foundOr(await names.course(courseId, false), 'courseId');
  return { ...(audience === undefined ? {} : { audience }), ...(required === undefined ? {} : { required }) };
}

/** @throws Invalid if a credential would have valid days */
export function demandCourseForDays(courseId: string | null, validDays: number | null): void {
  if (courseId === null && validDays !== null)
    throw new Invalid([{ field: 'validDays', message: 'is for courses only: a credential has its own end' }]);
}
