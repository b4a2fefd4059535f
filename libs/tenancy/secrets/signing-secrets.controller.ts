import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam, PageQuery } from '#platform/http';
import { Allow } from '../access/access.js';
import { CreateSigningSecretBody } from './signing-secret.dto.js';
import { CreatedSigningSecret, SigningSecretPage } from './signing-secret.view.js';
import { SigningSecrets } from './signing-secrets.js';

@Controller('engine/v1/admin/secrets')
@Allow('admin')
export class SigningSecretsController {
  constructor(private readonly secrets: SigningSecrets) {}

  /** Lists the secrets with which source systems sign, newest first: when each was created, used and expires. */
  @Get()
  list(@Query() query: PageQuery): Promise<SigningSecretPage> {
    return this.secrets.list(query);
  }

  /** Creates a signing secret for a source system. Only this response contains it. */
  @Post()
  create(@Body() body: CreateSigningSecretBody): Promise<CreatedSigningSecret> {
    return this.secrets.create(body);
  }

  /** Deletes a signing secret: what it signs is refused at once. */
  @Delete(':id')
  @HttpCode(204)
  remove(@IdParam('sec', 'secret') id: string): Promise<void> {
    return this.secrets.delete(id);
  }
}
