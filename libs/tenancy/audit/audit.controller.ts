import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../access/access.js';
import { AuditReader } from './audit-reader.js';
import { AuditPage, AuditQuery } from './audit.dto.js';

@Controller('engine/v1/admin/audit')
export class AuditController {
  constructor(private readonly reader: AuditReader) {}

  /** The audit log, latest entries first: actor, time, and the changed fields before and after. */
  @Get()
  @Allow('admin')
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.reader.list(query);
  }
}
