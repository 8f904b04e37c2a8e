import { allTypes } from '../../domain/content/stock.ts';
import { inPackageWords } from '../../exchange/anki/bad-package.ts';
import { isOfOneFile } from '../../exchange/anki/read-package.ts';
import { Stopped, STOPPED_READING } from '../../exchange/collection-file/bad-file.ts';
import type { Brought, BroughtMedia } from '../../exchange/incoming/brought.ts';
import { broughtByText } from '../../exchange/incoming/of-text.ts';
import { type ReadFile, readImportFile } from '../../exchange/incoming/read-file.ts';
import { failed, ok, type Problem, type Result } from '../../kernel/problem.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import { inPhase, type Watch } from '../../kernel/watch.ts';
import type { Operation } from '../../log/operation.ts';
import { apply } from '../../store/apply.ts';
import { Refused } from '../../store/log/planned.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { blobBytes } from '../copies/blob-bytes.ts';
import { lookOf, ownLook, importReportOf, type FileSource } from './as-look.ts';
import { decide, changesNothing } from './decide/decide.ts';
import type { Here } from './decide/here.ts';
import { namesHere } from './decide/media-names.ts';
import { withSlotsHere } from './decide/slots-here.ts';
import {
  DEFAULT_CHOICES,
  type ImportChoices,
  type ImportLook,
  type ImportReport,
} from './import-look.ts';
import { readHere } from './read-here.ts';
import { goOn, storeMedia } from './store-media.ts';
import { type ListedImport, listImports } from './take-back/list-imports.ts';
import {
  lookAtTakeBack,
  type TakeBackAsked,
  type TakeBackLook,
  takeBack,
} from './take-back/take-back.ts';
import { matchedByText, withNotesHere } from './text-notes-here.ts';

/** A file as a page hands it over. */
export interface FileToImport {
  readonly name: string;
  readonly content: Blob;
  /** What lies in its folder of media, where a whole folder was given; paths from that folder on. */
  readonly beside?: readonly { readonly path: string; readonly content: Blob }[];
}

/** What came of an import: a deck's own file is left to what loads those. */
export type ImportDone =
  | { readonly kind: 'written'; readonly report: ImportReport; readonly id?: Operation['id'] }
  | { readonly kind: 'deck-file'; readonly text: string };

interface Kept {
  readonly name: string;
  readonly file: ReadFile;
  readonly now: ClockReading;
  /** SHA-256 of files that had to be read to be told apart. */
  readonly hashes: Map<string, string | undefined>;
  /** What is here, as it was when the file was read. */
  here?: Here;
}

/**
 * Reads a file, says what it would do, and does it: the work of import-worker.ts. Between the
 * questions it keeps what it has read. Nothing here touches a screen.
 */
export class ImportWork {
  readonly #db: RoundsDatabase;
  #kept: Kept | undefined;

  constructor(db: RoundsDatabase) {
    this.#db = db;
  }

  /** Reads it whole but for its media, and says what it would bring by the usual choices, or those it asks for. */
  async read(
    { name, content, beside = [] }: FileToImport,
    now: ClockReading,
    watch: Watch,
  ): Promise<Result<ImportLook>> {
    this.#kept = undefined;
    return this.#inWords(async () => {
      await goOn(watch);
      const media = beside.map((each) => ({ path: each.path, bytes: blobBytes(each.content) }));
      const read = await readImportFile(blobBytes(content), name, now, watch, media);
      if (!read.ok) return read;
      await goOn(watch, 0, 0, COMPARING);
      this.#kept = { name, file: read.value, now, hashes: new Map() };
      const looked = await this.look(DEFAULT_CHOICES, watch);
      if (!looked.ok || !looked.value.proposed) return looked;
      return this.look({ ...DEFAULT_CHOICES, ...looked.value.proposed }, watch);
    });
  }

  /** What the file would do under these choices; nothing is written. */
  async look(choices: ImportChoices, watch: Watch = () => true): Promise<Result<ImportLook>> {
    return this.#inWords(async () => {
      const kept = this.#kept;
      if (!kept) return NO_FILE;
      const { file, name } = kept;
      if (file.kind === 'rounds' || file.kind === 'deck-file') return ok(ownLook(name, file));
      const source = await this.#sourceOf(kept, choices);
      const here = await this.#hereOf(kept, source);
      await goOn(watch);
      const fitting = withNotesHere(source.brought, source.text, here);
      const names = await namesHere(fitting.media, here, (each) => hashIn(kept, each));
      await goOn(watch);
      return ok(lookOf(kept, source, decide(name, fitting, here, choices, names)));
    });
  }

  /** All of it as one step; its media are stored first, one by one. */
  async run(choices: ImportChoices, now: ClockReading, watch: Watch): Promise<Result<ImportDone>> {
    return this.#inWords(async (): Promise<Result<ImportDone>> => {
      const kept = this.#kept;
      if (!kept) return NO_FILE;
      const { file, name } = kept;
      if (file.kind === 'rounds') return OWN_COLLECTION;
      if (file.kind === 'deck-file') return ok({ kind: 'deck-file', text: file.text });
      await goOn(watch, 0, 0, COMPARING);
      const source = await this.#sourceOf(kept, choices);
      // As it is now: the person may have gone on working.
      delete kept.here;
      const here = await this.#hereOf(kept, source);
      const fitting = withNotesHere(source.brought, source.text, here);
      const needed = decide(name, fitting, here, choices).media;
      const storing = inPhase(watch, t`Storing pictures and sounds`);
      const media = await storeMedia(this.#db, needed, here, now, storing);
      const decided = decide(name, fitting, here, choices, media.names, media.stored);
      const report = importReportOf(name, decided, here, media);
      if (changesNothing(decided, here)) return ok({ kind: 'written', report });
      const body = { kind: 'import', ...decided.incoming, report } as const;
      const writing = inPhase(watch, t`Writing notes, cards and answers`);
      const done = await apply(this.#db, { body, ...now, origin: 'person' }, writing);
      if (!done.ok) return done;
      delete kept.here;
      return ok({ kind: 'written', report, id: done.value.id });
    });
  }

  /** Every import that was made, newest first. */
  async list(watch: Watch): Promise<Result<readonly ListedImport[]>> {
    return this.#inWords(async () => ok(await listImports(this.#db, watch)));
  }

  async lookAtTakeBack(asked: TakeBackAsked, watch: Watch): Promise<Result<TakeBackLook>> {
    return this.#inWords(() => lookAtTakeBack(this.#db, asked, watch));
  }

  /** Takes an import back that was made earlier, as one step. */
  async takeBack(
    asked: TakeBackAsked,
    now: ClockReading,
    watch: Watch,
  ): Promise<Result<TakeBackLook>> {
    delete this.#kept?.here;
    return this.#inWords(() => takeBack(this.#db, asked, now, watch));
  }

  forget(): void {
    this.#kept = undefined;
  }

  async #sourceOf(kept: Kept, { table }: ImportChoices): Promise<FileSource> {
    const { file, name, now } = kept;
    const rows = await this.#db.noteTypes.toArray();
    if (file.kind !== 'text') {
      const { brought } = file as Extract<ReadFile, { brought: Brought }>;
      return { brought: withSlotsHere(brought, rows) };
    }
    const types = allTypes(rows);
    const text = broughtByText(file.text, name, types, now.atMillis, table);
    const brought = await matchedByText(this.#db, text, types, now.atMillis.toString(36));
    return { brought: { ...brought, problems: [...file.problems, ...brought.problems] }, text };
  }

  /** Of a text, another choice of columns makes other notes. */
  async #hereOf(kept: Kept, source: FileSource): Promise<Here> {
    if (source.text || !kept.here) kept.here = await readHere(this.#db, source.brought);
    return kept.here;
  }

  async #inWords<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
    try {
      const read = await inPackageWords(work);
      return read.ok ? read.value : read;
    } catch (error) {
      if (error instanceof Stopped) return STOPPED_READING;
      if (error instanceof Refused) return { ok: false, problem: error.problem };
      throw error;
    }
  }
}

async function hashIn(kept: Kept, file: BroughtMedia): Promise<string | undefined> {
  if (!kept.hashes.has(file.name)) {
    const content = await file.read().catch((error: unknown) => {
      if (isOfOneFile(error)) return undefined;
      throw error;
    });
    kept.hashes.set(file.name, content && (await sha256Of(content)));
  }
  return kept.hashes.get(file.name);
}

/** What is being done while a file is set against the collection. */
const COMPARING = t`Comparing it with what is here`;

const NO_FILE: Result<never> = failed(
  t`There is no file to be imported any more.`,
  t`Nothing was changed.`,
  t`Choose the file once more.`,
);
const OWN_COLLECTION: { readonly ok: false; readonly problem: Problem } = {
  ok: false,
  problem: {
    what: t`This is a whole collection of Rounds.`,
    kept: t`Nothing was changed.`,
    todo: t`Add it to this collection, or put it in its place.`,
  },
};
