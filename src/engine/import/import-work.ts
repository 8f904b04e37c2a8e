import type { NoteType } from '../../domain/content/note-type.ts';
import { allTypes } from '../../domain/content/stock.ts';
import { slotsOf } from '../../domain/content/cards-of-note.ts';
import { parseDeck } from '../../domain/deck-text/parse-deck.ts';
import { unpackedLog } from '../../domain/import/packed-log.ts';
import { HEAD_BYTES, typeOf } from '../../domain/media/sniff.ts';
import type { MediaFile, MediaName } from '../../domain/media/media-file.ts';
import { inPackageWords } from '../../exchange/anki/bad-package.ts';
import { isOfOneFile } from '../../exchange/anki/read-package.ts';
import { Stopped, STOPPED_READING } from '../../exchange/collection-file/bad-file.ts';
import type { Brought, BroughtMedia } from '../../exchange/incoming/brought.ts';
import { type BroughtByText, broughtByText } from '../../exchange/incoming/of-text.ts';
import { type ReadFile, readImportFile } from '../../exchange/incoming/read-file.ts';
import { failed, ok, type Problem, type Result } from '../../kernel/problem.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Operation } from '../../log/operation.ts';
import { apply } from '../../store/apply.ts';
import { putBlob } from '../../store/media/blobs.ts';
import { Refused } from '../../store/log/planned.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { blobBytes } from '../copies/blob-bytes.ts';
import { decide, type Decided, decksOf, changesNothing } from './decide/decide.ts';
import type { Here } from './decide/here.ts';
import { nameFor, namesHere } from './decide/media-names.ts';
import {
  DEFAULT_CHOICES,
  type ImportChoices,
  type ImportLook,
  type ImportReport,
} from './import-look.ts';
import { readHere } from './read-here.ts';
import { matchedByText, withNotesHere } from './text-notes-here.ts';

/** A file as a page hands it over. */
export interface FileToImport {
  readonly name: string;
  readonly content: Blob;
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

/** What the file brings, of a text as its columns are chosen. */
interface Source {
  readonly brought: Brought;
  readonly text?: BroughtByText;
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

  /** Reads it whole but for its media, and says what it would bring by the usual choices. */
  async read(
    { name, content }: FileToImport,
    now: ClockReading,
    watch: Watch,
  ): Promise<Result<ImportLook>> {
    this.#kept = undefined;
    return this.#inWords(async () => {
      await goOn(watch);
      const read = await readImportFile(blobBytes(content), name, now);
      if (!read.ok) return read;
      await goOn(watch);
      this.#kept = { name, file: read.value, now, hashes: new Map() };
      return this.look(DEFAULT_CHOICES, watch);
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
      const source = await this.#sourceOf(kept, choices);
      // As it is now: the person may have gone on working.
      delete kept.here;
      const here = await this.#hereOf(kept, source);
      const fitting = withNotesHere(source.brought, source.text, here);
      const needed = decide(name, fitting, here, choices).media;
      const media = await this.#storeMedia(needed, here, now, watch);
      const decided = decide(name, fitting, here, choices, media.names, media.stored);
      const report = reportOf(name, decided, here, media);
      if (changesNothing(decided, here)) return ok({ kind: 'written', report });
      const body = { kind: 'import', ...decided.incoming } as const;
      const done = await apply(this.#db, { body, ...now, origin: 'person' }, watch);
      if (!done.ok) return done;
      delete kept.here;
      return ok({ kind: 'written', report, id: done.value.id });
    });
  }

  forget(): void {
    this.#kept = undefined;
  }

  async #sourceOf(kept: Kept, { table }: ImportChoices): Promise<Source> {
    const { file, name, now } = kept;
    if (file.kind !== 'text') {
      return { brought: (file as Extract<ReadFile, { brought: Brought }>).brought };
    }
    const types = allTypes(await this.#db.noteTypes.toArray());
    const text = broughtByText(file.text, name, types, now.atMillis, table);
    const brought = await matchedByText(this.#db, text, types, now.atMillis.toString(36));
    return { brought: { ...brought, problems: [...file.problems, ...brought.problems] }, text };
  }

  /** Of a text, another choice of columns makes other notes. */
  async #hereOf(kept: Kept, source: Source): Promise<Here> {
    if (source.text || !kept.here) kept.here = await readHere(this.#db, source.brought);
    return kept.here;
  }

  async #storeMedia(
    media: readonly BroughtMedia[],
    here: Here,
    now: ClockReading,
    watch: Watch,
  ): Promise<StoredMedia> {
    const names = new Map<string, MediaName>();
    const stored: MediaFile[] = [];
    const leftOut: { what: string; why: string }[] = [];
    const taken = new Map(here.media);
    for (const [index, file] of media.entries()) {
      await goOn(watch, index, media.length);
      let content: Uint8Array;
      try {
        content = await file.read();
      } catch (error) {
        if (!isOfOneFile(error)) throw error;
        leftOut.push({ what: file.name, why: error.message });
        continue;
      }
      const sha256 = await sha256Of(content);
      const name = nameFor(file.name, sha256, taken);
      if (name === undefined) {
        leftOut.push({ what: file.name, why: 'Other files have all the names it could get.' });
        continue;
      }
      if (name !== file.name) names.set(file.name, name);
      const holder = taken.get(name.toLowerCase());
      const put = await putBlob(this.#db, exactBuffer(content));
      if (!put.ok) throw new Refused(put.problem);
      if (holder) continue;
      const type = typeIn(content, name);
      const added = { id: name, sha256, bytes: content.length, type, addedAtMillis: now.atMillis };
      taken.set(name.toLowerCase(), added);
      stored.push(added);
    }
    await goOn(watch, media.length, media.length);
    return { names, stored, leftOut };
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

interface StoredMedia {
  readonly names: ReadonlyMap<string, MediaName>;
  /** Those that were not here. */
  readonly stored: readonly MediaFile[];
  readonly leftOut: ImportReport['leftOut'];
}

async function goOn(watch: Watch, done = 0, total = 0): Promise<void> {
  if (!(await watch(done, total))) throw new Stopped();
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

/** The bytes alone: a view may be one of a larger buffer. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength
    ? (bytes.buffer as ArrayBuffer)
    : (bytes.slice().buffer as ArrayBuffer);
}

/** What it is by its bytes; what Rounds cannot show is kept for the way back, and never shown. */
function typeIn(content: Uint8Array, name: string): string {
  const found = typeOf(content.subarray(0, HEAD_BYTES), { name, type: '' });
  return found ?? 'application/octet-stream';
}

function lookOf({ name, file }: Kept, { brought, text }: Source, decided: Decided): ImportLook {
  const { notes } = decided;
  return {
    fileName: name,
    kind: file.kind,
    counts: {
      notes: decided.chosen.length,
      cards: decided.cards,
      reviews: decided.reviews,
      media: decided.media.length,
      types: text ? typesIn(brought) : decided.incoming.types.length,
      decks: decided.incoming.decks.length,
    },
    hasSchedule: brought.hasSchedule,
    decks: decksOf(brought),
    notes: {
      added: notes.added,
      updated: notes.updated,
      unchanged: notes.unchanged,
      inConflict: notes.inConflict,
      deleted: notes.deleted,
    },
    cardsAnsweredSince: decided.cardsAnsweredSince,
    updated: notes.updatedExamples,
    conflicts: notes.conflicts,
    scripts: brought.scripts,
    problems: [...brought.problems, ...decided.otherwise],
    ...(text && { table: { ...text.choices, rows: text.rows } }),
  };
}

function typesIn({ notes }: Brought): number {
  return new Set<NoteType['id']>(notes.map(({ noteTypeId }) => noteTypeId)).size;
}

/** Files of Rounds' own, which have screens of their own to be taken in by. */
function ownLook(
  fileName: string,
  file: Extract<ReadFile, { kind: 'rounds' | 'deck-file' }>,
): ImportLook {
  const none = { added: 0, updated: 0, unchanged: 0, inConflict: 0, deleted: 0 };
  const rest = { fileName, hasSchedule: false, decks: [], cardsAnsweredSince: 0 };
  const lists = { updated: [], conflicts: [], scripts: [] };
  if (file.kind === 'rounds') {
    const { counts, problems } = file.found;
    return { ...rest, ...lists, kind: 'rounds', counts, notes: none, problems };
  }
  const { drafts, problems } = parseDeck(file.text);
  const cards = drafts.reduce((sum, { content }) => sum + slotsOf(content).length, 0);
  const types = new Set(drafts.map(({ content }) => content.type)).size;
  return {
    ...rest,
    ...lists,
    kind: 'deck-file',
    counts: { notes: drafts.length, cards, reviews: 0, media: 0, types, decks: 1 },
    notes: { ...none, added: drafts.length },
    problems: [
      ...file.problems,
      ...problems.map(({ line, message }) => `Line ${line}: ${message}`),
    ],
  };
}

function reportOf(
  fileName: string,
  { notes, otherwise, incoming, cardsTaken, newerEntries }: Decided,
  here: Here,
  media: StoredMedia,
): ImportReport {
  const logs = incoming.pastLogs.filter(({ id }) => !here.pastLogs.has(id) && !here.cards.has(id));
  return {
    fileName,
    added: notes.coming.length - notes.rewritten,
    updated: notes.changed,
    unchanged: notes.unchanged,
    keptMine: notes.keptMine,
    cards: cardsTaken,
    reviews: logs.reduce((sum, { packed }) => sum + unpackedLog(packed).length, newerEntries),
    media: media.stored.length,
    leftOut: media.leftOut,
    problems: otherwise,
  };
}

const NO_FILE: Result<never> = failed(
  'There is no file to be imported any more.',
  'Nothing was changed.',
  'Choose the file once more.',
);
const OWN_COLLECTION: { readonly ok: false; readonly problem: Problem } = {
  ok: false,
  problem: {
    what: 'This is a whole collection of Rounds.',
    kept: 'Nothing was changed.',
    todo: 'Add it to this collection, or put it in its place.',
  },
};
