import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { NotFound } from '#platform/errors';

/** The number of a version in a URL. Text that is no such number is answered 404. */
export const VersionParam = (): ParameterDecorator => Param('version', VersionPipe);

@Injectable()
class VersionPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound('version of this draft');
    return Number(text);
  }
}
