import { Injectable } from '@nestjs/common';
import { pagesOfTenants } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { TenantsService } from '#tenancy';

export interface ChosenTenant {
  readonly id: string;
  readonly slug: string;
}

/** The tenants of an operator's request. */
@Injectable()
export class ChosenTenants {
  constructor(private readonly tenants: TenantsService) {}

  /**
   * The one named, or all of them, in pages for `Database.inTenants`.
   * @throws Invalid for a slug of no tenant
   */
  async inPages(slug: string | undefined): Promise<ChosenTenant[][]> {
    const chosen = slug === undefined ? await this.tenants.list() : [await this.named(slug)];
    return pagesOfTenants(chosen.map(({ id, slug: name }) => ({ id, slug: name })));
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
