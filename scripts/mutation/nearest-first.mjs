import { relative } from 'node:path';
import { BaseSequencer } from 'vitest/node';

/** Loads every module inside a test: what breaks the loading is seen here, and nowhere else. */
const LOADS_ALL = 'tests/layers/pure-domain.test.ts';

/**
 * The order of the test files for one fault. Stryker ends a run at the first test that fails, so
 * those whose folders are named like the fault's come first. A fault in a table takes part in
 * every test that reaches it, which can be all of them: there the order is most of the time.
 *
 * With a fault planted the files share one thread, as in `npm test`, and each module is loaded once.
 * When Stryker looks for which test reaches what, each file has its own: what one test worked out
 * and kept must not hide from it that another needs it, too.
 */
export class NearestFirst extends BaseSequencer {
  async sort(files) {
    for (const { project } of files) {
      project.config.isolate = project.getProvidedContext().mode !== 'mutant';
    }
    const [faulty = ''] = this.ctx.config.related ?? [];
    const place = foldersOf(this.ctx.config.root, faulty, 'src');
    const rank = ({ moduleId }) => {
      if (moduleId.endsWith(LOADS_ALL)) return Number.POSITIVE_INFINITY;
      return sharedStart(place, foldersOf(this.ctx.config.root, moduleId, 'tests'));
    };
    return files
      .map((file) => ({ file, rank: rank(file) }))
      .sort((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank))
      .map(({ file }) => file);
  }
}

/** The words of a path below `top`, its file name's parts among them. */
function foldersOf(root, path, top) {
  const words = relative(root, path).split(/[/\\]|\.test\.|\./);
  return words.slice(words.indexOf(top) + 1);
}

function sharedStart(one, other) {
  const end = one.findIndex((word, at) => word !== other[at]);
  return end === -1 ? one.length : end;
}
