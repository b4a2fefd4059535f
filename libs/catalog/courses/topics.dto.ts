import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, IsArray, Length } from 'class-validator';
import { IfGiven, Text, Unique } from '#platform/text';

const MAX_TOPICS = 50;

/** Optional topics that a course teaches, in a body: each once, in any case. */
export const Topics = ({ min = 0 } = {}): PropertyDecorator =>
  applyDecorators(
    Length(1, 255, { each: true }),
    Text({ each: true }),
    Unique(
      (topic) => (typeof topic === 'string' ? topic.toLowerCase() : topic),
      'must not name a topic twice (case does not count)',
    ),
    ArrayMaxSize(MAX_TOPICS),
    ...(min > 0 ? [ArrayMinSize(min)] : []),
    IsArray(),
    IfGiven(),
  );
