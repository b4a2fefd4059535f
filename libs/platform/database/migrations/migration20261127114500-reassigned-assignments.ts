import { Migration } from '@mikro-orm/migrations';

/** `reassigned_to`: the assignment of the worker who is to take the course instead. */
export class Migration20261127114500ReassignedAssignments extends Migration {
  override up(): void {
    this.addSql('alter table assignment add column reassigned_to uuid');
  }
}
