/**
 * What `npm test -- …` asks for. Words may be parts (`unit`), paths (`tests/store/queue.test.ts`,
 * or the beginning of one), or words of a test's name (`'[KEYS-4]'`); several of a kind add up, another
 * kind narrows. What begins with a dash, and then all the rest, goes to the tool of the one part.
 */

/** The parts of `npm test`, by name: where their tests lie. */
export const PARTS = {
  unit: /^tests\/((kernel|domain|log|exchange|cli|scripts)\/.*\.test\.ts|fixed\/.*\.unit\.test\.ts)$/,
  layers: /^tests\/layers\/.*\.test\.ts$/,
  shell: /^tests\/(main|preload)\/.*\.test\.ts$/,
  browser:
    /^tests\/((store|engine|renderer|platform)\/.*\.test\.tsx?|fixed\/.*\.browser\.test\.tsx?)$/,
  faults: /^tests\/faults\/.*\.test\.ts$/,
  e2e: /^tests\/e2e\/.*\.spec\.ts$/,
};

/**
 * The parts to run, each with the files to run of it (undefined: all) and the arguments for its
 * tool. `files`: every test file, as tests/…; `read` gives a file's text. Throws an Error for a
 * person where a word is neither a part, nor a path, nor in any test.
 * @param {readonly string[]} args
 * @param {{ files: readonly string[], read: (file: string) => string }} tests
 */
export function choose(args, { files, read }) {
  const dash = args.findIndex((arg) => arg.startsWith('-'));
  const words = dash === -1 ? args : args.slice(0, dash);
  const passedOn = dash === -1 ? [] : args.slice(dash);
  const named = words.filter((word) => word in PARTS);
  const others = words.filter((word) => !(word in PARTS)).map((word) => word.replace(/^\.\//, ''));
  const paths = others.filter((word) => files.some((file) => file.startsWith(word)));
  const names = others.filter((word) => !paths.includes(word));

  const inNamed = named.length === 0 ? files : files.filter((file) => named.includes(partOf(file)));
  const onPaths =
    paths.length === 0
      ? inNamed
      : inNamed.filter((file) => paths.some((path) => file.startsWith(path)));
  // Only files that hold the words are loaded: with a name alone, each of the others would be, too.
  const chosen =
    names.length === 0
      ? onPaths
      : onPaths.filter((file) => names.some((name) => read(file).includes(name)));
  if (chosen.length === 0) {
    const asked = words.map((word) => `“${word}”`).join(' and ');
    throw new Error(
      `No test was run: none is of ${asked}. A word is a part (${Object.keys(PARTS).join(', ')}), the beginning of a path under tests/, or words of a test's name.`,
    );
  }
  const pattern = names.map(escaped).join('|');
  const parts = Object.keys(PARTS).flatMap((part) => {
    const ofPart = chosen.filter((file) => partOf(file) === part);
    if (ofPart.length === 0) return [];
    const isWhole = ofPart.length === files.filter((file) => partOf(file) === part).length;
    return [{ part, files: isWhole ? undefined : ofPart, pattern, passedOn }];
  });
  if (passedOn.length > 0 && parts.length !== 1) {
    throw new Error(
      `No test was run: name one part before ${passedOn[0]}, which goes to its tool (npm test -- unit ${passedOn[0]}).`,
    );
  }
  return parts;
}

/** @param {string} file */
function partOf(file) {
  return Object.keys(PARTS).find((part) => PARTS[part].test(file));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
