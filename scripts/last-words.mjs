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
      ...unhandled.map((error) => [`Outside the tests (${error.type ?? 'error'})`, error]),
    ].map(([where, error]) => `${where}\n${error.stack ?? error.message ?? String(error)}`);
    if (process.env.ROUNDS_LAST_WORDS) {
      writeFileSync(process.env.ROUNDS_LAST_WORDS, JSON.stringify(words));
    }
  }
}
