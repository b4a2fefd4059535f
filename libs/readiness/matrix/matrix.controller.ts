import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '#tenancy';
import { ReadinessQuery } from '../board/readiness.query.js';
import { Matrix } from './matrix.js';
import { MatrixPage } from './matrix.view.js';

@Controller('engine/v1/admin/readiness/matrix')
export class MatrixController {
  constructor(private readonly matrix: Matrix) {}

  /** People and what is required of them: what each holds, until when, and what is missing. */
  @Get()
  @Allow('viewer')
  read(@Query() query: ReadinessQuery): Promise<MatrixPage> {
    return this.matrix.read(query);
  }
}
