import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { BodyLimit, IfMatch } from '#platform/http';
import { Allow } from '../access/access.js';
import { OidcSettingsBody } from './oidc-settings.dto.js';
import { OidcSettingsEditor } from './oidc-settings-editor.js';
import { OidcSettingsView } from './oidc-settings.view.js';

@Controller('engine/v1/admin/oidc')
@Allow('admin')
export class OidcSettingsController {
  constructor(private readonly settings: OidcSettingsEditor) {}

  /** The single sign-on settings of the tenant, and what to enter at the OpenID provider before they are set. */
  @Get()
  read(): Promise<OidcSettingsView> {
    return this.settings.read();
  }

  /**
   * Sets or replaces the settings. The engine first reads the issuer's discovery document and keys, and asks its token
   * endpoint whether it knows the client and the secret.
   */
  @Put()
  @BodyLimit({ kib: 128 })
  replace(@Body() body: OidcSettingsBody, @IfMatch() ifMatch: string | null): Promise<OidcSettingsView> {
    return this.settings.replace(body, ifMatch);
  }

  /** Removes the settings: users log in with passwords only. */
  @Delete()
  @HttpCode(204)
  remove(@IfMatch() ifMatch: string | null): Promise<void> {
    return this.settings.remove(ifMatch);
  }
}
