import { Controller, Get, Param, Post, Query, UseFilters, UseInterceptors } from '@nestjs/common';
import { Form, type FormFields, IgnoresUnknownQuery, TakesForm } from '#platform/http';
import { type Page, PageInterceptor, type SeeOther } from '#platform/pages';
import { Public } from '#tenancy';
import { LearnerFilter } from './learner.filter.js';
import { LearnerPages } from './learner-pages.js';

/** Fifty answers, and what browsers add. */
const ANSWERS = { kib: 8 };

/** Pages for workers, who have no account: the token in the address is their right to read one assignment's course. */
@Controller('learn')
@Public()
@IgnoresUnknownQuery('mail programs add parameters to the links in their messages')
@UseFilters(LearnerFilter)
@UseInterceptors(PageInterceptor)
export class LearnerController {
  constructor(private readonly pages: LearnerPages) {}

  /** The course of an assignment, with its quiz. */
  @Get(':token')
  show(@Param('token') token: string, @Query('attempt') attempt: string): Promise<Page> {
    return this.pages.show(token, attempt);
  }

  /** Judges the answers to the quiz. */
  @Post(':token')
  @TakesForm(ANSWERS)
  answer(@Param('token') token: string, @Form() form: FormFields): Promise<Page | SeeOther> {
    return this.pages.answer(token, form);
  }
}
