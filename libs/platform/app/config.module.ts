import { type DynamicModule, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';

/** Gives the parsed configuration to whatever asks for {@link CONFIG}. */
@Module({})
export class ConfigModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
