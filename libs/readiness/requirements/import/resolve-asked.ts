import type { FieldError } from '#platform/errors';
import { type Found, type RequirementNames, type RequiredColumns, credentialColumns } from '../requirement-names.js';
import type { AskedRequirement } from './asked-requirement.js';
import type { RequirementKey, RequirementTerms } from './stored-requirements.js';

/** A requirement whose names are found, and what it sets. */
export interface ResolvedRequirement extends RequirementKey {
  readonly changes: Partial<RequirementTerms>;
}

/** Finds what a row names. */
export async function resolveAsked(
  names: RequirementNames,
  { audience, required, severity, validDays, graceDays, from, columns }: AskedRequirement,
): Promise<ResolvedRequirement | { readonly errors: FieldError[] }> {
  const whom = await names.audience(audience);
  const what = await findRequired(names, required);
  const errors: FieldError[] = [];
  if (!('found' in whom)) errors.push({ field: columns.audience, message: whom.message });
  if (!('found' in what)) errors.push({ field: columns.required, message: what.message });
  else if (what.found.courseId === null && validDays !== undefined)
    errors.push({
      field: columns.validDays,
      message: `${validDays} valid days are for courses only, and no course of the library has this title`,
    });
  if (!('found' in whom) || !('found' in what) || errors.length > 0) return { errors };
  const changes = {
    ...(severity === undefined ? {} : { severity }),
    ...(validDays === undefined ? {} : { validDays }),
    ...(graceDays === undefined ? {} : { graceDays }),
    ...(from === undefined ? {} : { fromDay: from }),
  };
  return { ...whom.found, ...what.found, changes };
}

function findRequired(
  names: RequirementNames,
  { kind, name }: AskedRequirement['required'],
): Promise<Found<RequiredColumns>> {
  if (kind === 'either') return names.training(name);
  return kind === 'course' ? names.course(name, true) : Promise.resolve({ found: credentialColumns(name) });
}
