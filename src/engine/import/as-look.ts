import { slotsOf } from '../../domain/content/cards-of-note.ts';
import type { NoteType } from '../../domain/content/note-type.ts';
import { parseDeck } from '../../domain/deck-text/parse-deck.ts';
import { unpackedLog } from '../../domain/import/packed-log.ts';
import type { Brought } from '../../exchange/incoming/brought.ts';
import type { BroughtByText } from '../../exchange/incoming/of-text.ts';
import type { ReadFile } from '../../exchange/incoming/read-file.ts';
import { t } from '../../kernel/texts.ts';
import { type Decided, decksOf } from './decide/decide.ts';
import type { Here } from './decide/here.ts';
import type { ImportLook, ImportReport } from './import-look.ts';
import type { StoredMedia } from './store-media.ts';

/** What the file brings, of a text as its columns are chosen. */
export interface FileSource {
  readonly brought: Brought;
  readonly text?: BroughtByText;
}

/** What is decided about a file, as a screen shows it. */
export function lookOf(
  { name, file }: { readonly name: string; readonly file: ReadFile },
  { brought, text }: FileSource,
  decided: Decided,
): ImportLook {
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
    ...(text?.keepsMine && { proposed: { existing: 'keep' } as const }),
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
export function ownLook(
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
      ...problems.map(({ line, message }) => t`Line ${line}: ${message}`),
    ],
  };
}

/** What was done. */
export function importReportOf(
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
