import { Body, Controller, Get, Put } from '@nestjs/common';
import { IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { ReadinessPolicyBody, ReadinessPolicyView } from './policy.dto.js';
import { PolicyEditor } from './policy-editor.js';

@Controller('engine/v1/admin/readiness/policy')
export class ReadinessPolicyController {
  constructor(private readonly policy: PolicyEditor) {}

  /** How the tenant judges readiness. */
  @Get()
  @Allow('viewer')
  read(): Promise<ReadinessPolicyView> {
    return this.policy.read();
  }

  /** Changes the fields that are sent. The board follows within seconds. */
  @Put()
  @Allow('admin')
  replace(@Body() body: ReadinessPolicyBody, @IfMatch() ifMatch: string | null): Promise<ReadinessPolicyView> {
    return this.policy.replace(body, ifMatch);
  }
}
