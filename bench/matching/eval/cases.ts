import { readFileSync } from 'node:fs';
import type { MatchableCourse } from '#catalog';

/** A topic that a source system sent, and the courses of a library that answer it. */
export interface Case {
  readonly id: string;
  /**
   * A letter: A public aliases, B as source systems send them, C nothing right in the library, D disturbed copies of B.
   */
  readonly set: string;
  readonly library: string;
  /** What it is about: cases of one concept are held out together. */
  readonly concept: string;
  readonly topic: string;
  readonly category: string | null;
  /** Empty: author one. */
  readonly expected: readonly string[];
  /** Arguable: neither right nor wrong. */
  readonly tolerated: readonly string[];
}

/** @throws Error if the file is not as described in docs/matching.md */
export function readCases(file: string): Case[] {
  return list(read(file), file).map((entry, index) => {
    const at = `${file}, case ${index + 1}`;
    const record = object(entry, at);
    return {
      id: text(record, 'id', at),
      set: text(record, 'set', at),
      library: text(record, 'library', at),
      concept: text(record, 'concept', at),
      topic: text(record, 'topic', at),
      category: record['category'] === undefined || record['category'] === null ? null : text(record, 'category', at),
      expected: texts(record, 'expected', at),
      tolerated: record['tolerated'] === undefined ? [] : texts(record, 'tolerated', at),
    };
  });
}

/** Courses by the id of their library. @throws Error if the file is not as described in docs/matching.md */
export function readLibraries(file: string): ReadonlyMap<string, readonly MatchableCourse[]> {
  return new Map(
    Object.entries(object(read(file), file)).map(([library, courses]) => [
      library,
      list(courses, `${file}, ${library}`).map((entry, index) =>
        readCourse(entry, `${file}, ${library}, course ${index + 1}`),
      ),
    ]),
  );
}

function readCourse(entry: unknown, at: string): MatchableCourse {
  const record = object(entry, at);
  return {
    id: text(record, 'id', at),
    title: text(record, 'title', at),
    topics: record['topics'] === undefined ? [] : texts(record, 'topics', at),
    category: record['category'] === undefined || record['category'] === null ? null : text(record, 'category', at),
  };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function object(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${at}: should be an object`);
  return value as Record<string, unknown>;
}

function list(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${at}: should be an array`);
  return value;
}

function text(record: Record<string, unknown>, name: string, at: string): string {
  const value = record[name];
  if (typeof value !== 'string') throw new Error(`${at}: "${name}" should be text`);
  return value;
}

function texts(record: Record<string, unknown>, name: string, at: string): string[] {
  return list(record[name], `${at}: "${name}"`).map((value) => {
    if (typeof value !== 'string') throw new Error(`${at}: "${name}" should hold texts`);
    return value;
  });
}
