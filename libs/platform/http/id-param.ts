import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { type IdPrefix, ids } from '../database/index.js';
import { NotFound } from '../errors/index.js';

/** The UUID of an `:id` in a URL. Text that is no such id is answered 404, like another tenant's id. */
export const IdParam = (prefix: IdPrefix, what: string): ParameterDecorator => Param('id', new IdPipe(prefix, what));

@Injectable()
class IdPipe implements PipeTransform<string, string> {
  constructor(
    private readonly prefix: IdPrefix,
    private readonly what: string,
  ) {}

  transform(text: string): string {
    const id = ids.parse(this.prefix, text);
    if (id === null) throw new NotFound(this.what);
    return id;
  }
}
