import { ArrayMaxSize, IsArray } from 'class-validator';
import { IfGiven, Text } from '#platform/text';

const MAX_WORKERS = 1_000;

/** Workers to add to a group and to remove from it; a worker in both lists is removed. */
export class ChangeMembersBody {
  /** Ids of workers (`wrk_…`). */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_WORKERS)
  @Text({ each: true })
  add?: string[];

  /** Ids of workers (`wrk_…`). */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_WORKERS)
  @Text({ each: true })
  remove?: string[];
}
