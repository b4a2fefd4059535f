import { Length } from 'class-validator';
import { IfGiven, Text } from '#platform/text';

export class CommentBody {
  /** Text of the comment. */
  @Text()
  @Length(1, 5_000)
  body: string;

  /** The lesson that it is about; left out: the whole draft. */
  @IfGiven()
  @Text()
  @Length(1, 40)
  lessonId?: string;
}

export class CommentView {
  /** Identifier with the prefix `cmt_`. */
  id: string;
  /** `user:<e-mail>` or `token:<name>`. */
  author: string;
  /** Text of the comment. */
  body: string;
  /** Lesson that the comment is about; null: the whole draft. */
  lessonId: string | null;
  /** The version of the draft when it was written. */
  version: number;
  createdAt: string;
}

export class CommentPage {
  items: CommentView[];
  nextCursor: string | null;
}
