import { Module } from '@nestjs/common';
import { TenancyModule } from '#tenancy';
import { AutoAuthorSwitch } from './auto-author-switch.js';
import { SignalMapChanges } from './signal-map-changes.js';

/** The auto-author settings, for the library that drafts courses; without what records signals. */
@Module({
  imports: [TenancyModule],
  providers: [AutoAuthorSwitch, SignalMapChanges],
  exports: [AutoAuthorSwitch, SignalMapChanges],
})
export class AutoAuthorSettingsModule {}
