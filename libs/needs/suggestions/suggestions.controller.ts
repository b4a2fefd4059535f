import { Controller, HttpCode, Post } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { NeedView } from '../inbox/need.view.js';
import { NeedSuggestions } from './need-suggestions.js';

@Controller('engine/v1/admin/needs/:id/suggestion')
export class SuggestionsController {
  constructor(private readonly suggestions: NeedSuggestions) {}

  /**
   * Accepts the suggested course: it becomes the recommendation, and the need's topic a synonym of it, so that other
   * needs with this topic get it too.
   */
  @Post('accept')
  @HttpCode(200)
  @Allow('admin')
  accept(@IdParam('need', 'need') id: string, @IfMatch() ifMatch: string | null): Promise<NeedView> {
    return this.suggestions.accept(id, ifMatch);
  }

  /** Rejects the suggested course: it is not suggested again for this need. */
  @Post('reject')
  @HttpCode(200)
  @Allow('admin')
  reject(@IdParam('need', 'need') id: string, @IfMatch() ifMatch: string | null): Promise<NeedView> {
    return this.suggestions.reject(id, ifMatch);
  }
}
