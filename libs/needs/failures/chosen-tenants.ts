import { Injectable } from '@nestjs/common';
import { Invalid, NotFound } from '#platform/errors';
import { TenantsService } from '#tenancy';

/** Row level security takes the tenants in scope as a list: so many of them cost a statement little. */
const TENANTS_PER_SCOPE = 500;

export interface ChosenTenant {
  readonly id: string;
  readonly slug: string;
}

/** The tenants that an operator's call is about. */
@Injectable()
export class ChosenTenants {
  constructor(private readonly tenants: TenantsService) {}

  /**
   * The one named, or all of them, in groups that fit one transaction's scope.
   * @throws Invalid for a slug of no tenant
   */
  async inGroups(slug: string | undefined): Promise<ChosenTenant[][]> {
    const chosen = slug === undefined ? await this.tenants.list() : [await this.named(slug)];
    return Array.from({ length: Math.ceil(chosen.length / TENANTS_PER_SCOPE) }, (_, group) =>
      chosen
        .slice(group * TENANTS_PER_SCOPE, (group + 1) * TENANTS_PER_SCOPE)
        .map(({ id, slug: name }) => ({ id, slug: name })),
    );
  }

  private async named(slug: string): Promise<ChosenTenant> {
    try {
      return await this.tenants.find(slug);
    } catch (error) {
      throw error instanceof NotFound
        ? new Invalid([{ field: 'tenant', message: 'must be the slug of a tenant' }])
        : error;
    }
  }
}
