/** The processes that run what was chosen: each with its own report, and side by side where it can. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * A shard's start, the modules it loads and hands out anew, take some 15 processor seconds; fewer than
 * five could not keep a machine of more cores busy.
 */
const FILES_A_BROWSER = 40;

/**
 * What takes longest begins first, so that at the end no lane stands empty for long. `unit` has as many
 * workers as there are lanes: at the end, beside `e2e`, they would be twice as many.
 */
const LONGEST_FIRST = ['unit', 'browser', 'faults', 'shell', 'layers', 'e2e'];

/**
 * What to run, in order; `isAlone`: it uses all lanes itself, and shows its progress as it goes.
 * @param {readonly { part: string, files: string[] | undefined, pattern: string, passedOn: string[] }[]} choice
 * @param {{ reports: string, lanes: number, env: NodeJS.ProcessEnv, browserFiles: number }} where
 */
export function tasksOf(choice, { reports, lanes, env, browserFiles }) {
  const place = ({ part }) => LONGEST_FIRST.indexOf(part);
  const inOrder = [...choice].sort((one, other) => place(one) - place(other));
  const tasks = inOrder.flatMap((chosen) => {
    if (chosen.part === 'e2e') return [playwright(chosen, { reports, lanes, env })];
    const count = chosen.files?.length ?? browserFiles;
    const shards = chosen.part === 'browser' ? Math.ceil(count / FILES_A_BROWSER) : 1;
    return Array.from({ length: shards }, (_, index) =>
      vitest(chosen, { reports, env, index, shards, lanes }),
    );
  });
  return tasks.length === 1 ? tasks.map((task) => ({ ...task, isAlone: true })) : tasks;
}

function vitest({ part, files, pattern, passedOn }, { reports, env, index, shards, lanes }) {
  const label = shards === 1 ? part : `${part} ${index + 1}/${shards}`;
  const report = join(reports, `${part}-${index}.json`);
  const lastWords = join(reports, `${part}-${index}-last-words.json`);
  return {
    label,
    tool: 'vitest',
    isAlone: false,
    report,
    lastWords,
    command: [
      commandOf('vitest', 'vitest.mjs'),
      'run',
      ...(files ?? []),
      `--project=${part}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--reporter=./scripts/last-words.mjs',
      ...(part === 'browser' ? [] : [`--maxWorkers=${lanes}`]),
      ...(shards === 1 ? [] : [`--shard=${index + 1}/${shards}`]),
      ...(pattern === '' ? [] : ['--testNamePattern', pattern]),
      ...passedOn,
    ],
    env: { ...env, ROUNDS_LAST_WORDS: lastWords, ROUNDS_TEST_SHARD: String(index) },
  };
}

function playwright({ files, pattern, passedOn }, { reports, lanes, env }) {
  const report = join(reports, 'e2e.json');
  return {
    label: 'e2e',
    tool: 'playwright',
    isAlone: true,
    report,
    lastWords: undefined,
    command: [
      commandOf('@playwright/test', 'cli.js'),
      'test',
      ...(files ?? []),
      '--reporter=list,json',
      `--workers=${lanes}`,
      ...(pattern === '' ? [] : ['--grep', pattern]),
      ...passedOn,
    ],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  };
}

/** A package's command as a file for node itself: no shell, the same on every system. */
function commandOf(name, script) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return join(dirname(manifest), script);
}
