import { Problem } from '#platform/errors';

/** 429: a tenant has as many streams open in this process as it may have. */
export class TooManyStreams extends Problem {
  constructor(limit: number) {
    super(429, 'too_many_streams', `the tenant has ${limit} event streams open: close one first`);
  }
}
