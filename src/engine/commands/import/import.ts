import { STOPPED_READING } from '../../../exchange/collection-file/bad-file.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Deps } from '../../deps.ts';
import type { ImportChoices, ImportLook, ImportReport } from '../../import/import-look.ts';
import type { FileToImport } from '../../import/import-work.ts';
import { importerThere, withImporter } from '../../import/importer-of.ts';
import type { TakeBackAsked, TakeBackLook } from '../../import/take-back/take-back.ts';
import { copyFirst } from '../change.ts';
import { loadDeck } from '../decks/load-deck.ts';

/** Reads a file of whatever program, and says what it would bring; nothing is written (ANKI-32). */
export function readImport(
  deps: Deps,
  file: FileToImport,
  watch?: Watch,
): Promise<Result<ImportLook>> {
  return withImporter(deps, (importer) => importer.read(file, watch));
}

/** What the file that was read would do under these choices; nothing is written. */
export function lookAtImport(
  deps: Deps,
  choices: ImportChoices,
  watch?: Watch,
): Promise<Result<ImportLook>> {
  return withImporter(deps, (importer) => importer.look(choices, watch));
}

/**
 * Imports the file that was read, as one step; a copy is made first. Stopped before it is on disk,
 * nothing was changed. A deck file is loaded as such.
 */
export function runImport(
  deps: Deps,
  choices: ImportChoices,
  watch?: Watch,
): Promise<Result<ImportReport>> {
  return withImporter(deps, async (importer) => {
    if (!(await copyFirst(deps, watch))) return STOPPED_READING;
    const done = await importer.run(choices, watch);
    if (!done.ok) return done;
    return done.value.kind === 'written'
      ? ok(done.value.report)
      : loadDeckFile(deps, done.value.text, watch);
  });
}

/** Takes an import back that was made earlier, as one step; a copy is made first (ANKI-53). */
export function takeBackImport(
  deps: Deps,
  asked: TakeBackAsked,
  watch?: Watch,
): Promise<Result<TakeBackLook>> {
  return withImporter(deps, async (importer) => {
    if (!(await copyFirst(deps, watch))) return STOPPED_READING;
    return importer.takeBack(asked, watch);
  });
}

/** Lets go of the file that was read: it may fill much of the memory. */
export async function forgetImport({ store }: Deps): Promise<Result<true>> {
  importerThere(store)?.forget();
  return ok(true);
}

async function loadDeckFile(
  deps: Deps,
  text: string,
  watch: Watch | undefined,
): Promise<Result<ImportReport>> {
  const read = await deps.writer.readDeck(text, watch);
  if (!read.ok) return read;
  const { parsed, comparison } = read.value;
  const loaded = await loadDeck(deps, parsed, undefined, 'person', undefined, watch);
  if (!loaded.ok) return loaded;
  const { added, changed, unchanged } = comparison;
  return ok({
    fileName: parsed.deck.name,
    added: added.length,
    updated: changed.length,
    unchanged: unchanged.length,
    keptMine: 0,
    ...{ cards: 0, reviews: 0, media: 0, leftOut: [] },
    problems: parsed.problems.map(({ line, message }) => t`Line ${line}: ${message}`),
  });
}
