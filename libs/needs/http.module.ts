import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { DirectoryModule } from '#directory';
import { SignalsModule } from '#signals';
import { Inbox } from './inbox/inbox.js';
import { NeedsController } from './inbox/needs.controller.js';
import { Unresolve } from './resolution/unresolve.js';

@Module({
  imports: [CatalogModule, DirectoryModule, SignalsModule],
  controllers: [NeedsController],
  providers: [Inbox, Unresolve],
})
export class NeedsHttpModule {}
