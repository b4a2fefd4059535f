import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '#client';
import { engine } from '../../shared/api/engine.js';

type Worker = Schemas['WorkerView'];
type Course = Pick<Schemas['CourseView'], 'title' | 'topics'>;

const ONE = { limit: 1 };

/**
 * An event that a person can send as it is. The first one of a tenant is about somebody of the directory and a
 * published course, so that its need can be offered; later ones would make real people not ready. Undefined: not read
 * yet.
 */
export function useExample(): string | undefined {
  const { data, isError } = useQuery({
    queryKey: ['example-event'],
    queryFn: async ({ signal }) => {
      const [signals, workers, courses] = await Promise.all([
        engine.listSignals({ query: ONE, signal }),
        engine.listWorkers({ query: { ...ONE, active: 'true' }, signal }),
        engine.listCourses({ query: { ...ONE, status: ['published'] }, signal }),
      ]);
      return signals.items.length > 0 ? eventOf() : eventOf(workers.items[0], courses.items[0]);
    },
    // The directory and the library are filled on other pages.
    staleTime: 0,
  });
  return isError ? eventOf() : data;
}

function eventOf(worker?: Worker, course?: Course): string {
  const topic = course?.topics[0] ?? course?.title ?? 'Manual Handling';
  return JSON.stringify({ event: 'signal.incident', data: { ...audienceOf(worker), topic, severity: 4 } }, null, 2);
}

function audienceOf(worker: Worker | undefined): object {
  if (worker === undefined) return { site: 'North Yard' };
  const { site, externalWorkerId, email, learnerId } = worker;
  if (site !== null) return { site };
  if (externalWorkerId !== null) return { external_worker_id: externalWorkerId };
  return email === null ? { learner_id: learnerId } : { email };
}
