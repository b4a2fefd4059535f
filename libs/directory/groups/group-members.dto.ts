import { ArrayMaxSize, IsArray } from 'class-validator';
import { IfGiven, Text } from '#platform/text';

const MAX_WORKERS = 1_000;

/** Who joins a group and who leaves it; who is named in both leaves. */
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
