import { Problem } from '#platform/errors';

/** 409: another tenant has this slug. */
export class SlugTaken extends Problem {
  constructor(slug: string) {
    super(409, 'slug_taken', `a tenant "${slug}" exists already`, [
      { field: 'slug', message: 'belongs to another tenant' },
    ]);
  }
}
