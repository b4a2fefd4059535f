import { histogram } from '../metrics/instruments.js';

export const requestDuration = histogram({
  name: 'http_duration_seconds',
  help: 'Time to answer HTTP requests, by route and class of status; the webhook has a separate histogram.',
  labels: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
