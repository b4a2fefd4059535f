import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { OperatorOnly } from '../access/access.js';
import { RekeyBody, type RekeyStepView } from './rekey.dto.js';
import { Rekey } from './rekey.js';

@Controller('engine/v1/operator/secrets')
@OperatorOnly()
export class RekeyController {
  constructor(private readonly storedSecrets: Rekey) {}

  /**
   * Encrypts stored secrets of previous keys (`SECRETS_KEY_PREVIOUS`) with the current one, for the next tenants.
   * Repeat it with `nextCursor` until that is null; a value that has the current key is left as it is.
   */
  @Post('rekey')
  @HttpCode(200)
  rekey(@Body() body: RekeyBody): Promise<RekeyStepView> {
    return this.storedSecrets.step(body);
  }
}
