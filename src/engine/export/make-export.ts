import { DEFAULT_STUDY_SETTINGS } from '../../domain/collection/deck.ts';
import { BASIC } from '../../domain/content/stock.ts';
import { mediaNamesIn, mediaNamesInCss } from '../../domain/template/html/media-in-html.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import type { Note } from '../../domain/content/note.ts';
import { Stopped } from '../../exchange/collection-file/bad-file.ts';
import { PackageWriter } from '../../exchange/anki/writing/write-package.ts';
import type { OutgoingCollection } from '../../exchange/anki/writing/outgoing.ts';
import { tableHead, tableLine } from '../../exchange/text-table/write-table.ts';
import type { DeckId, NoteId } from '../../kernel/ids.ts';
import { t, thousands } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import { readMediaFiles, soundBlobs } from '../../store/media/blobs.ts';
import { readDecks } from '../../store/reads/decks.ts';
import { readNoteTypes } from '../../store/reads/notes.ts';
import { firstMoment, readNotesInFull } from '../../store/copies/outgoing.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { BlobParts } from '../copies/snapshot.ts';
import type { ExportAsked, ExportedFile } from './export-asked.ts';
import { noteIdsFor } from './note-ids.ts';
import { crammedByCard, outgoingNotes } from './outgoing-notes.ts';
import { countedProblems } from './problems.ts';

/** Notes that are read and written at a time. */
const PAGE = 500;

/** What all of an export is made with. */
interface Making {
  readonly db: RoundsDatabase;
  readonly asked: ExportAsked;
  readonly noteIds: readonly NoteId[];
  readonly types: readonly NoteType[];
  readonly parts: BlobParts;
  readonly watch: Watch;
}

/**
 * The file that is asked for (ANKI-48), written in pieces: notes by pages, media one by one. `watch`
 * hears of notes and media, and Stopped is thrown where it says so.
 */
export async function makeExport(
  db: RoundsDatabase,
  asked: ExportAsked,
  watch: Watch = () => true,
): Promise<ExportedFile> {
  const noteIds = await noteIdsFor(db, asked.what);
  const types = await readNoteTypes(db);
  const making = { db, asked, noteIds, types, parts: new BlobParts(), watch };
  return asked.form === 'text' || asked.form === 'csv'
    ? await makeTable(making, asked.form)
    : await makePackage(making);
}

async function makePackage(making: Making): Promise<ExportedFile> {
  const { db, asked, types, parts } = making;
  const [decks, presets, settings, begun, cramAnswers] = await Promise.all([
    readDecks(db),
    db.presets.toArray(),
    db.settings.get('study'),
    firstMoment(db),
    db.cramAnswers.toArray(),
  ]);
  const crammed = crammedByCard(cramAnswers);
  const all: OutgoingCollection = {
    types,
    decks,
    presets,
    settings: settings ?? DEFAULT_STUDY_SETTINGS,
    begunAtMillis: begun ?? asked.now.atMillis,
    clock: asked.now,
    withSchedule: asked.withSchedule,
    isWhole: asked.form === 'colpkg',
  };
  const form = asked.form === 'apkg-newest' ? 'newest' : 'older';
  const writer = await PackageWriter.open(all, form, (piece) => parts.add(piece));
  const media = new Set<string>();
  const typesUsed = new Set<string>();
  const deckIds = new Set(decks.map(({ id }) => id as string));
  let homeless = 0;
  try {
    await eachPage(making, async (page) => {
      for (const outgoing of outgoingNotes(page, crammed)) {
        if (!deckIds.has(outgoing.note.deckId)) {
          homeless++;
          continue;
        }
        await writer.collection.add(withType(outgoing, types));
        typesUsed.add(outgoing.note.noteTypeId);
        for (const name of mediaOf(outgoing.note)) media.add(name);
      }
    });
    const ofTypes = types.filter(({ id }) => typesUsed.has(id));
    for (const name of ofTypes.flatMap(mediaOfType)) media.add(name);
    for (const name of await mediaOfScripts(db, ofTypes)) media.add(name);
    await goOn(making, t`Finishing the database`);
    const written = await writer.endNotes();
    const files = asked.withMedia
      ? await addMedia(making, media, writer)
      : { media: 0, missing: [] };
    await goOn(making, t`Closing the package`);
    await writer.end();
    const { notes, cards, reviews } = written;
    const problems = countedProblems({ ...written, homeless, missing: files.missing });
    return { content: parts.whole(), notes, cards, reviews, media: files.media, problems };
  } catch (error) {
    writer.close();
    throw error;
  }

  function withType<Outgoing extends { readonly note: Note }>(
    outgoing: Outgoing,
    known: readonly NoteType[],
  ): Outgoing {
    const isKnown = known.some(({ id }) => id === outgoing.note.noteTypeId);
    return isKnown ? outgoing : { ...outgoing, note: { ...outgoing.note, noteTypeId: BASIC.id } };
  }
}

async function goOn({ watch }: Making, phase: string): Promise<void> {
  if (!(await watch(0, 0, phase))) throw new Stopped();
}

async function eachPage(
  { db, asked, noteIds, watch }: Making,
  take: (page: Awaited<ReturnType<typeof readNotesInFull>>) => Promise<void>,
): Promise<void> {
  const how = { isRange: asked.what.kind === 'all', withHistory: asked.withSchedule };
  for (let from = 0; from < noteIds.length; from += PAGE) {
    if (!(await watch(from, noteIds.length, t`Writing notes`))) throw new Stopped();
    await take(await readNotesInFull(db, noteIds.slice(from, from + PAGE), how));
  }
}

/** Pictures, sounds and films, each read only when it is written. */
async function addMedia(
  { db, asked, watch }: Making,
  used: ReadonlySet<string>,
  writer: PackageWriter,
): Promise<{ readonly media: number; readonly missing: readonly string[] }> {
  const files =
    asked.form === 'colpkg' ? await db.media.toArray() : await readMediaFiles(db, [...used]);
  const missing: string[] = [];
  let media = 0;
  const contents = soundBlobs(
    db,
    files.map(({ sha256 }) => sha256),
  );
  for (const [at, file] of files.entries()) {
    if (!(await watch(at, files.length, t`Adding pictures and sounds`))) throw new Stopped();
    const { value: content } = await contents.next();
    // What is damaged is told of; the check of media lists it too.
    if (!content) {
      missing.push(file.id);
      continue;
    }
    await writer.addMedia({ name: file.id, content });
    media++;
  }
  const found = new Set(files.map(({ id }) => id as string));
  const absent = [...used].filter((name) => !found.has(name.normalize('NFC')));
  return { media, missing: [...missing, ...absent] };
}

function mediaOf({ fields }: Note): readonly string[] {
  return Object.values(fields).flatMap(mediaNamesIn);
}

function mediaOfType({ templates, css }: NoteType): readonly string[] {
  const ofSides = templates.flatMap(({ front, back }) => [front, back].flatMap(mediaNamesIn));
  // A name with braces is made of a field.
  return [...ofSides, ...mediaNamesInCss(css)].filter((name) => !name.includes('{'));
}

/** What scripts and styles of other programs bring with them begins so there, and is never shown here. */
async function mediaOfScripts(
  db: RoundsDatabase,
  types: readonly NoteType[],
): Promise<readonly string[]> {
  const names = await db.media.where('id').startsWith('_').primaryKeys();
  const texts = types.flatMap(({ templates, css }) => [
    css,
    ...templates.flatMap(({ front, back }) => [front, back]),
  ]);
  return names.filter((name) =>
    texts.some((text) => text.includes(name) || text.includes(encodeURIComponent(name))),
  );
}

async function makeTable(making: Making, form: 'text' | 'csv'): Promise<ExportedFile> {
  const { db, types, parts } = making;
  const names = new Map(
    (await readDecks(db)).map((deck): [DeckId, string] => [deck.id, deck.name]),
  );
  const utf8 = new TextEncoder();
  let notes = 0;
  let withMedia = 0;
  parts.add(utf8.encode(tableHead(form)));
  const withoutHistory = { ...making, asked: { ...making.asked, withSchedule: false } };
  await eachPage(withoutHistory, async (page) => {
    for (const note of page.notes) {
      const type = types.find(({ id }) => id === note.noteTypeId) ?? BASIC;
      parts.add(utf8.encode(tableLine(form, note, type, names.get(note.deckId) ?? '')));
      notes++;
      if (mediaOf(note).length > 0) withMedia++;
    }
  });
  const problems =
    withMedia === 0
      ? []
      : [
          t`${thousands(withMedia)} of the notes name pictures, sounds or films, which a text cannot hold.`,
        ];
  return { content: parts.whole(), notes, cards: 0, reviews: 0, media: 0, problems };
}
