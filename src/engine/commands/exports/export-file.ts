import type { NoteId } from '../../../kernel/ids.ts';
import { notNow, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { MILLIS_PER_MINUTE } from '../../../kernel/time.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Deps } from '../../deps.ts';
import type {
  ExportAsked,
  ExportChoices,
  ExportedFile,
  ExportWhat,
} from '../../export/export-asked.ts';
import { inWords } from '../../in-words.ts';
import { connect } from '../../rpc.ts';
import type { ToWriter } from '../../workers/connect.ts';
import { idsOfSearch } from '../../queries/once/found.ts';
import { fileNameOf } from '../../export/file-name.ts';
import { copiesPlaceOf } from '../copies/copies.ts';

/** What was saved. */
export interface SavedExport extends Omit<ExportedFile, 'content'> {
  /** false: the person chose not to. */
  readonly isSaved: boolean;
  readonly fileName: string;
}

const ENDINGS: Readonly<Record<ExportChoices['form'], string>> = {
  apkg: 'apkg',
  'apkg-newest': 'apkg',
  colpkg: 'colpkg',
  text: 'txt',
  csv: 'csv',
};

/**
 * Makes a file of what is chosen, in a worker, and lets the person save it (ANKI-48). `called`: what
 * it is of, for its name. `watch` can stop it: then there is no file.
 */
export function exportFile(
  deps: Deps,
  what: ExportWhat,
  choices: ExportChoices,
  called: string,
  watch?: Watch,
): Promise<Result<SavedExport>> {
  return inWords(async () => {
    const place = copiesPlaceOf(deps);
    if (!place.ok) return place;
    const now = deps.clock();
    const chosen = await withoutSearch(deps, what);
    if (!chosen.ok) return chosen;
    const made = await inWorker(deps, { ...choices, what: chosen.value, now }, watch);
    if (!made.ok) return made;
    const { content, ...told } = made.value;
    if (told.notes === 0) {
      return notNow(
        t`There are no notes in what is chosen.`,
        t`No file was made.`,
        t`Choose another deck or search.`,
      );
    }
    const date = new Date(now.atMillis + now.utcOffsetMinutes * MILLIS_PER_MINUTE).toISOString();
    const fileName = `${fileNameOf(called, 'Rounds')} ${date.slice(0, 10)}.${ENDINGS[choices.form]}`;
    const saved = await place.value.save(fileName, content);
    return saved.ok ? ok({ ...told, isSaved: saved.value, fileName }) : saved;
  });
}

/** Made by a worker that ends with it. */
async function inWorker(
  { store, startExporter: start }: Deps,
  asked: ExportAsked,
  watch: Watch | undefined,
): Promise<Result<ExportedFile>> {
  // Fails where this page's connection was closed: the worker has one of its own.
  await store.device.get('device');
  if (!start) return NONE;
  const connection = connect({
    start,
    name: t`The export`,
    kept: t`No file was made, and your cards are as they were.`,
    greeting: { kind: 'open', place: store.place } satisfies ToWriter,
    hear: () => {},
  });
  try {
    return (await connection.call('export', asked, watch)) as Result<ExportedFile>;
  } finally {
    connection.close();
  }
}

const NONE: Result<never> = notNow(
  t`Nothing can be exported while you look at a copy.`,
  t`Your cards are as they were.`,
  t`Go back to your collection first.`,
);

/** The library knows what a search finds; the worker that writes does not. */
async function withoutSearch(deps: Deps, what: ExportWhat): Promise<Result<ExportAsked['what']>> {
  if (what.kind !== 'search') return ok(what);
  const found = await idsOfSearch(deps, { text: what.text, mode: 'notes' });
  return found.ok ? ok({ kind: 'notes', noteIds: found.value as NoteId[] }) : found;
}
