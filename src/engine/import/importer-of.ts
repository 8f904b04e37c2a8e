import { notNow, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Deps } from '../deps.ts';
import { inWords } from '../in-words.ts';
import { connectImporter, type Importer } from './connect-importer.ts';

/** `work` with what reads and writes files of other programs; refused where nothing can be imported. */
export function withImporter<Value>(
  deps: Pick<Deps, 'store' | 'clock' | 'startImporter'>,
  work: (importer: Importer) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return inWords(async () => {
    const importer = importerOf(deps);
    return importer ? work(importer) : NONE;
  });
}

/** The one that there is already; it keeps the file that was read. */
export function importerThere(store: object): Importer | undefined {
  return importers.get(store);
}

/** One for each collection. */
const importers = new WeakMap<object, Importer>();

function importerOf({
  store,
  clock,
  startImporter: start,
}: Pick<Deps, 'store' | 'clock' | 'startImporter'>): Importer | undefined {
  if (!start) return undefined;
  const importer = importers.get(store) ?? connectImporter({ store, clock, start });
  importers.set(store, importer);
  return importer;
}

const NONE: Result<never> = notNow(
  t`Nothing can be imported while you look at a copy.`,
  t`Nothing was changed.`,
  t`Go back to your collection first.`,
);
