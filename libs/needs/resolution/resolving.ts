import { Injectable } from '@nestjs/common';
import { Activity } from '#platform/lifecycle';

/** The resolving of needs in this process: what is computed from resolved needs gives way to it. */
@Injectable()
export class Resolving extends Activity {}
