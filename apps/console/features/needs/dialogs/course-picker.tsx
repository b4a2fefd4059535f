import type { ReactNode } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { publishedCourses } from '../../../shared/pickers/course-picker.js';
import { text } from '../../../shared/text/text.js';
import { type Option, SearchSelect } from '../../../shared/ui/search-select.js';

export interface ChosenCourse {
  readonly id: string;
  readonly title: string;
}

/** The recommended course, or another: those closest to the topic first, then what the person searches for. */
export function CoursePicker({
  topic,
  category,
  isRecommended,
  course,
  onChoose,
}: {
  readonly topic: string | null;
  readonly category: string | null;
  /** Whether a course is recommended for the need. */
  readonly isRecommended: boolean;
  readonly course: ChosenCourse | null;
  readonly onChoose: (course: ChosenCourse) => void;
}): ReactNode {
  const words = text.needs.offer;
  return (
    <SearchSelect
      label={words.course}
      {...(topic === null ? {} : { help: (isRecommended ? words.courseHelp : words.courseHelpNone)(topic) })}
      placeholder={words.courseFind}
      chosen={course && { value: course.id, label: course.title }}
      onChoose={({ value, label }) => onChoose({ id: value, title: label })}
      name={['courses', topic]}
      find={(query, signal) =>
        query === '' && topic !== null ? closest(topic, category) : publishedCourses(query, signal)
      }
      none={words.courseNone}
      loading={words.courseLoading}
      found={words.courseFound}
    />
  );
}

async function closest(topic: string, category: string | null): Promise<readonly Option[]> {
  const { candidates } = await engine.matchTopics({ body: { topic, category } });
  const found = candidates.map(({ courseId, title, score }) => ({
    value: courseId,
    label: title,
    more: score.toFixed(2),
  }));
  const others = await publishedCourses('');
  return [...found, ...others.filter(({ value }) => !found.some((one) => one.value === value))];
}
