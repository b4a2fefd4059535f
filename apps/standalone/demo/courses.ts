import { complianceCourses } from './courses-compliance.js';
import { safetyCourses } from './courses-safety.js';

/** A course of the demo tenant; `content` is its outline in Markdown. */
export interface DemoCourse {
  title: string;
  topics: readonly string[];
  category: string;
  summary: string;
  content: string;
  published: boolean;
}

/**
 * The course library of the demo tenant. Each topic belongs to one course only. Some that an industrial company would
 * expect, such as "Drone Operation" and "Legionella Awareness", are missing on purpose, so that their needs recommend
 * authoring a course.
 */
export const demoCourses: readonly DemoCourse[] = [...safetyCourses, ...complianceCourses];
