import { externalWorkerId, siteName, topicName, typeName } from './world.js';

const encoded = encodeURIComponent;

/** The queries of the inbox: every filter, with frequent and rare values; every order; and combined filters. */
export const QUERIES: readonly string[] = [
  '',
  'sort=newest',
  'sort=oldest',
  'status=open',
  'status=open,offered,in_progress',
  'status=snoozed',
  'severity=4',
  'severity=1,3',
  'recommendation=course',
  'recommendation=author_one',
  'recommendation=pending',
  `type=${typeName(1)}`,
  `topic=${encoded(topicName(1))}`,
  `site=${encoded(siteName(1))}`,
  `worker=${externalWorkerId(1)}`,
  `worker=${encoded('unknown 1')}`,
  'status=open&sort=newest',
  'severity=4,3&sort=oldest',
  'recommendation=author_one&sort=newest',
  `type=${typeName(1)}&sort=newest`,
  `topic=${encoded(topicName(1))}&sort=oldest`,
  `site=${encoded(siteName(1))}&sort=newest`,
  'status=open&severity=4,3',
  'status=open&recommendation=author_one',
  'status=dismissed&recommendation=course&severity=3',
  `status=open&type=${typeName(1)}`,
  `status=open&topic=${encoded(topicName(1))}`,
  `status=completed&site=${encoded(siteName(1))}&sort=newest`,
  `status=open&worker=${externalWorkerId(1)}`,
  `topic=${encoded(topicName(1))}&recommendation=author_one`,
  `topic=${encoded(topicName(1))}&type=${typeName(1)}`,
  `site=${encoded(siteName(1))}&topic=${encoded(topicName(1))}&status=open`,
];
