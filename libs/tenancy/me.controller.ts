import { Controller, Get } from '@nestjs/common';
import { Allow } from './guards/access.js';
import { CurrentMember } from './guards/current-member.js';
import type { Role } from './tokens/role.js';
import type { Member } from './tokens/tokens.service.js';

/** Who calls, in which tenant, with what right. */
export class Me {
  tenant: { slug: string; name: string };
  /** The token's name. */
  name: string;
  role: Role;
}

@Controller('engine/v1/admin/me')
export class MeController {
  /** Who the token is, in which tenant, with what role. */
  @Get()
  @Allow('viewer')
  me(@CurrentMember() member: Member): Me {
    return { tenant: { slug: member.tenantSlug, name: member.tenantName }, name: member.tokenName, role: member.role };
  }
}
