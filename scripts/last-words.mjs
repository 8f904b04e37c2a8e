/**
 * A vitest reporter: what made a run fail, for `npm test` to repeat at its very end. Without it, an
 * error outside any test stands far above the end-to-end tests, where a cut log has lost it.
 *
 * Writes the file that ROUNDS_LAST_WORDS names: one string for each failed test, each test module
 * that could not run, and each error outside the tests.
 */
import { writeFileSync } from 'node:fs';

export default class LastWords {
  onTestRunEnd(modules, unhandled) {
    const words = [
      ...modules.flatMap((module) => module.errors().map((error) => [module.moduleId, error])),
      ...modules.flatMap((module) =>
        [...module.children.allTests('failed')].flatMap((test) =>
          (test.result().errors ?? []).map((error) => [
            `${module.moduleId} > ${test.fullName}`,
            error,
          ]),
        ),
      ),
      ...unhandled.map((error) => [
        `${error.type ?? 'Error'} outside the tests${near(error)}`,
        error,
      ]),
    ].map(([where, error]) => `${where}\n${wordsOf(error)}`);
    if (process.env.ROUNDS_LAST_WORDS) {
      writeFileSync(process.env.ROUNDS_LAST_WORDS, JSON.stringify(words));
    }
  }
}

/** Which test ran when an error came that belongs to none. */
function near({ VITEST_TEST_PATH: path, VITEST_TEST_NAME: name }) {
  return path ? `, during ${path}${name ? ` > ${name}` : ''}` : '';
}

/** A stack, which not every error has; errors from the browser may hold the word "undefined". */
function wordsOf({ name, message, stack }) {
  const words = [name, message].filter(Boolean).join(': ');
  if (!stack || stack === 'undefined') return words;
  return stack.includes(message) ? stack : `${words}\n${stack}`;
}
