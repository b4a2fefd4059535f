import { Injectable } from '@nestjs/common';
import { Activity } from '#platform/lifecycle';

/** The steps of operations that run in this process. People wait for them: the recomputation of boards gives way. */
@Injectable()
export class RunningSteps extends Activity {}
