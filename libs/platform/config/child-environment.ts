/** Locations of programs, libraries and files, the user, and the language and time zone of messages. */
const PASSED_ON = /^(?:PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TZ|LANG|LANGUAGE|LC_[A-Z]+|LD_LIBRARY_PATH)$/;

/**
 * The environment of a program that the engine starts: only variables that never contain a secret. Any other variable
 * may contain one, whether it is a setting of the engine or of its platform.
 */
export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && PASSED_ON.test(name) ? [[name, value]] : [],
    ),
  );
}
