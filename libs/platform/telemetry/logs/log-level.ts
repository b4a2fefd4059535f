import { LOG_LEVELS, type LogLevel } from '../../config/index.js';

/** Whether lines of a level are written: called before an expensive object of a line is built. */
export function isLogged(level: Exclude<LogLevel, 'silent'>, configured: LogLevel): boolean {
  return configured !== 'silent' && LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(configured);
}
