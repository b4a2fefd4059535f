import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow } from '#tenancy';
import { TopicLookup } from './topic-lookup.js';
import { MatchTopicBody } from './topic-match.dto.js';
import { TopicMatchView } from './topic-match.view.js';

@Controller('engine/v1/admin/topics')
export class TopicsController {
  constructor(private readonly lookup: TopicLookup) {}

  /** Returns the recommendation for a topic, the candidates and the reasons. */
  @Post('match')
  @HttpCode(200)
  @Allow('viewer')
  match(@Body() body: MatchTopicBody): Promise<TopicMatchView> {
    return this.lookup.match(body);
  }
}
