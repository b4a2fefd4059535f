import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';
import { IfGiven, Unique } from '#platform/text';

const MAX_NAMED = 500;
const MAX_ID_LENGTH = 100;

/** Optional ids of workers (`wrk_…`) in a body, which `namedWorkers` reads: 1 to 500, each once. */
export const WorkerIds = (): PropertyDecorator =>
  applyDecorators(
    IfGiven(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MAX_NAMED),
    Unique(),
    IsString({ each: true }),
    MaxLength(MAX_ID_LENGTH, { each: true }),
  );
