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

  /** How users log in at the tenant's OpenID provider, and what to enter there before it is set up. */
  @Get()
  read(): Promise<OidcSettingsView> {
    return this.settings.read();
  }

  /** Sets it up, or changes it. The issuer is asked for its discovery document first. */
  @Put()
  @BodyLimit({ kib: 128 })
  replace(@Body() body: OidcSettingsBody, @IfMatch() ifMatch: string | null): Promise<OidcSettingsView> {
    return this.settings.replace(body, ifMatch);
  }

  /** Ends it: users log in by their passwords alone. */
  @Delete()
  @HttpCode(204)
  remove(@IfMatch() ifMatch: string | null): Promise<void> {
    return this.settings.remove(ifMatch);
  }
}
