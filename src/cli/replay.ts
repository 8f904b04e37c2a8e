import { replay } from '../domain/scheduling/replay.ts';
import type { CliIo } from './io.ts';

const USAGE = 'Usage: rounds replay FILE.json';

/**
 * `rounds replay FILE.json`: schedules a review history anew and prints it as JSON (S21).
 * Exit code 0; 1 when the file cannot be read or holds problems, each on a line of the error
 * stream; 2 when called wrongly. Nothing is printed to the output then.
 */
export async function replayCommand(args: readonly string[], io: CliIo): Promise<number> {
  const [path, ...rest] = args;
  if (path === undefined || path.startsWith('--') || rest.length > 0) {
    io.err(USAGE);
    return 2;
  }
  try {
    const result = replay(JSON.parse(withoutByteOrderMark(await io.readText(path))));
    if ('replay' in result) {
      io.out(JSON.stringify(result.replay, null, 2));
      return 0;
    }
    for (const problem of result.problems) io.err(problem);
    io.err(`${path} was not replayed: ${result.problems.length} to put right.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = error instanceof SyntaxError ? 'is not JSON' : 'could not be read';
    io.err(`${path} ${what}: ${reason}`);
  }
  return 1;
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
