import { ask } from '../engine/headless.ts';
import type { CliIo } from './io.ts';

const USAGE = 'Usage: rounds replay FILE.json';

/**
 * `rounds replay FILE.json`: schedules a review history anew and prints it as JSON (MEMORY-21). Exit
 * code 0; 1 when the file cannot be read or holds problems, each on a line of the error stream;
 * 2 when called wrongly. Nothing is printed to the output then. `--json` is accepted and idle.
 */
export async function replayCommand(args: readonly string[], io: CliIo): Promise<number> {
  const [path, ...rest] = args.filter((arg) => arg !== '--json');
  if (path === undefined || path.startsWith('-') || rest.length > 0) {
    io.err(USAGE);
    return 2;
  }
  let history: unknown;
  try {
    history = JSON.parse(withoutByteOrderMark(await io.readText(path)));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'is not JSON' : 'could not be read';
    io.err(`${path} ${what}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const asked = await ask('replay', { history });
  if (!asked.ok) {
    io.err(`${path}: ${asked.problem.what}`);
    return 1;
  }
  const result = asked.value;
  if ('replay' in result) {
    io.out(JSON.stringify(result.replay, null, 2));
    return 0;
  }
  for (const problem of result.problems) io.err(problem);
  io.err(`${path} was not replayed; to put right: ${result.problems.length}.`);
  return 1;
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
