import { failed, type Result } from '../kernel/problem.ts';

// biome-ignore lint/suspicious/noExplicitAny: any command, any query; each keeps its own types
type Work = (...given: any[]) => Promise<Result<any>>;

/** A command or query whose code the start of the program does not wait for. */
export function loaded<Loaded extends Work>(load: () => Promise<Loaded>): Loaded {
  return (async (...given) => {
    let work: Loaded;
    try {
      work = await load();
    } catch {
      return failed(
        'A part of the program could not be loaded.',
        'Nothing was changed.',
        'Load this page again; if you are offline, try once more when you are not.',
      );
    }
    return work(...given);
  }) as Loaded;
}
