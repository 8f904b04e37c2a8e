import { failed, ok, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import { HEADLESS } from './queries/headless.ts';

type Queries = typeof HEADLESS;

/** The engine without a collection: asks one of its queries. Never rejects. */
export async function ask<Name extends keyof Queries>(
  name: Name,
  args: Parameters<Queries[Name]>[1],
): Promise<Result<Awaited<ReturnType<Queries[Name]>>>> {
  const read = HEADLESS[name] as (context: unknown, args: unknown) => unknown;
  try {
    return ok((await read(undefined, args)) as Awaited<ReturnType<Queries[Name]>>);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(
      t`It could not be worked out (${why}).`,
      t`Nothing was changed.`,
      t`Report this.`,
    );
  }
}
