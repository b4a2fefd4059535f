import { Injectable } from '@nestjs/common';
import { Course, TopicMatching } from '#catalog';
import { expectedOffers } from '#needs';
import { Database, ids } from '#platform/database';
import { type MissingPage, readMissingPage } from './missing-page.js';
import type { ExpectedCourse, OfferMissingResult } from './offer-missing.view.js';
import type { MissingInput } from './stored-input.js';

/** People whose facts a preview reads: some seconds of work. */
const MAX_CHECKED = 4_000;
const MAX_COURSES = 100;

type Counts = Required<Omit<OfferMissingResult, 'operationId' | 'status' | 'people' | 'courses'>>;

const NOTHING: Counts = {
  checked: 0,
  willAssign: 0,
  alreadyAssigned: 0,
  alreadyValid: 0,
  exempt: 0,
  withoutCourse: 0,
  left: 0,
};

/** Computes the result of offering people the courses that they lack, without changing anything. */
@Injectable()
export class PreviewMissing {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
  ) {}

  /** Reads page by page, each in a transaction of its own, so that a large selection does not occupy a connection. */
  async read({
    input,
    people,
  }: {
    readonly input: MissingInput;
    readonly people: number;
  }): Promise<OfferMissingResult> {
    let counts = NOTHING;
    const byCourse = new Map<string, number>();
    for (let after: string | null | undefined; after !== null && counts.checked < MAX_CHECKED;) {
      const page: PreviewedPage = await this.readPage(input, after ?? null);
      counts = added(counts, page.counts);
      for (const [courseId, assigned] of page.byCourse)
        byCourse.set(courseId, (byCourse.get(courseId) ?? 0) + assigned);
      after = page.reachedTo;
    }
    return { operationId: null, status: null, people, ...counts, courses: await this.titled(byCourse) };
  }

  private readPage({ dueAt, ...chosen }: MissingInput, after: string | null): Promise<PreviewedPage> {
    return this.database.inTenant(async (tx) => {
      const matcher = await this.matching.matcherOf(tx);
      const page = await readMissingPage(tx, chosen, after, { matcher, dueAt });
      const { willAssign, ...expected } = await expectedOffers(tx, page.offers);
      const assigned = [...willAssign.values()].reduce((sum, people) => sum + people, 0);
      return {
        reachedTo: page.reachedTo,
        byCourse: willAssign,
        counts: {
          checked: page.people,
          willAssign: assigned,
          alreadyAssigned: page.alreadyAssigned + expected.alreadyAssigned,
          alreadyValid: expected.alreadyValid,
          exempt: expected.exempt,
          withoutCourse: page.withoutCourse,
          left: page.left,
        },
      };
    });
  }

  private async titled(byCourse: ReadonlyMap<string, number>): Promise<ExpectedCourse[]> {
    const first = [...byCourse].toSorted(([, one], [, other]) => other - one).slice(0, MAX_COURSES);
    const courses = await this.database.inTenant((tx) =>
      tx.find(Course, { id: { $in: first.map(([id]) => id) } }, { fields: ['id', 'title'] }),
    );
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    return first.map(([id, people]) => ({ courseId: ids.show('crs', id), title: titles.get(id) ?? '', people }));
  }
}

interface PreviewedPage extends Pick<MissingPage, 'reachedTo'> {
  readonly counts: Counts;
  readonly byCourse: ReadonlyMap<string, number>;
}

function added(one: Counts, other: Counts): Counts {
  return {
    checked: one.checked + other.checked,
    willAssign: one.willAssign + other.willAssign,
    alreadyAssigned: one.alreadyAssigned + other.alreadyAssigned,
    alreadyValid: one.alreadyValid + other.alreadyValid,
    exempt: one.exempt + other.exempt,
    withoutCourse: one.withoutCourse + other.withoutCourse,
    left: one.left + other.left,
  };
}
