import { Module } from '@nestjs/common';
import { SignalsModule } from './signals.module.js';

@Module({ imports: [SignalsModule] })
export class SignalsHttpModule {}
