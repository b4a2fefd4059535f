import { Injectable } from '@nestjs/common';
import { Activity } from '#platform/lifecycle';

/** The steps of operations that run in this process: somebody waits for them, and what follows from them gives way. */
@Injectable()
export class RunningSteps extends Activity {}
