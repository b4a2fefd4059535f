import { Module } from '@nestjs/common';
import { OperationsController } from './operations.controller.js';
import { OperationsModule } from './operations.module.js';
import { OperationsService } from './operations.service.js';

@Module({ imports: [OperationsModule], controllers: [OperationsController], providers: [OperationsService] })
export class OperationsHttpModule {}
