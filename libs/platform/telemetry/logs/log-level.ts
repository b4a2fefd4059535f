import { LOG_LEVELS, type LogLevel } from '../../config/index.js';

/**
 * Whether lines of a level are written where the configured one is `configured`: asked before a line's object is built.
 */
export function isLogged(level: Exclude<LogLevel, 'silent'>, configured: LogLevel): boolean {
  return configured !== 'silent' && LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(configured);
}
