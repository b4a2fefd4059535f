import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

/** @param courseId UUID */
type CourseListener = (tx: TenantTransaction, courseId: string) => Promise<void>;

/**
 * Publishes deleted courses, and courses with another title or other topics, whatever their status. Other libraries
 * subscribe, so that the catalog does not depend on them. Listeners run in the transaction of the change, after it is
 * flushed.
 */
@Injectable()
export class CourseChanges {
  private readonly listeners: CourseListener[] = [];

  subscribe(listener: CourseListener): void {
    this.listeners.push(listener);
  }

  async publish(tx: TenantTransaction, courseId: string): Promise<void> {
    for (const listener of this.listeners) await listener(tx, courseId);
  }
}
