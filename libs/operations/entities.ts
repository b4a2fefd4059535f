import { OperationItem } from './operation-item.entity.js';
import { Operation } from './operation.entity.js';

export const operationsEntities = [Operation, OperationItem];
