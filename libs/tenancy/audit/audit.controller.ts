import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../access/access.js';
import { AuditTrail } from './audit-trail.js';
import { AuditPage, AuditQuery } from './audit.dto.js';

@Controller('engine/v1/admin/audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  /** The audit log: who did what, when, and what it was before and after. The latest first. */
  @Get()
  @Allow('admin')
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.trail.list(query);
  }
}
