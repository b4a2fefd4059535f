import { Module } from '@nestjs/common';
import { ConsoleRoute } from './console.route.js';

/** The console's files, as the bundler built them. */
@Module({ providers: [ConsoleRoute] })
export class ConsoleHttpModule {}
