import type { Schemas } from '#client';

export type Worker = Schemas['WorkerView'];
