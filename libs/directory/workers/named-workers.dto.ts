import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';
import { IfGiven, Unique } from '#platform/text';

const MOST_NAMED = 500;
const LONGEST_ID = 100;

/** Optional ids of workers (`wrk_…`) in a body, which `namedWorkers` reads: 1 to 500, each once. */
export const WorkerIds = (): PropertyDecorator =>
  applyDecorators(
    IfGiven(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_NAMED),
    Unique(),
    IsString({ each: true }),
    MaxLength(LONGEST_ID, { each: true }),
  );
