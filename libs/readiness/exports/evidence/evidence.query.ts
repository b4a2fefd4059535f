import { IsOptional, MaxLength } from 'class-validator';
import { Text } from '#platform/text';

/** Whom the evidence is about: exactly one of the two. */
export class EvidenceQuery {
  /** A worker's id (`wrk_…`). */
  @IsOptional()
  @Text()
  @MaxLength(64)
  worker?: string;

  /** Name of a site. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  site?: string;
}
