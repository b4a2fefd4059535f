import { Module } from '@nestjs/common';
import { NeedChanges } from './need-changes.js';

/** Providers that HTTP and jobs of the library share: a process has one instance, whichever of the two it loads. */
@Module({ providers: [NeedChanges], exports: [NeedChanges] })
export class NeedsModule {}
