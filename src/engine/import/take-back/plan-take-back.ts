import { type Card, historyIdOf } from '../../../domain/collection/card.ts';
import type { Note } from '../../../domain/content/note.ts';
import type { IncomingCard, IncomingNote } from '../../../domain/import/incoming.ts';
import { packedLog, unpackedLog } from '../../../domain/import/packed-log.ts';
import type {
  CardBack,
  CardState,
  NoteBack,
  PastLines,
  TakeBack,
} from '../../../domain/import/take-back.ts';
import { forgotten } from '../../../domain/memory/by-hand.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { type CardId, type NoteId, noteIdOf } from '../../../kernel/ids.ts';
import { noteBack } from '../../../log/kinds/imports/notes-back.ts';
import { rowHash } from '../../../log/kinds/imports/rows-back.ts';
import { broughtTypes } from '../../../log/kinds/imports/brought-rows.ts';
import {
  areSectionsAsImported,
  asImportedOf,
  isFieldAsImported,
} from '../../../log/parts/as-imported.ts';
import { decksToGo, presetsToGo, sectionsToUnlist } from './decks-to-go.ts';
import type { HereNow, ImportMade } from './import-made.ts';

/** What becomes of notes that the import brought and that the person has worked on since. */
export type WorkedOn = 'keep' | 'take';

/** What taking an import back would do, in numbers. */
export interface TakeBackCounts {
  /** That go. */
  readonly notes: number;
  readonly cards: number;
  readonly pastAnswers: number;
  readonly decks: number;
  /** Notes that were here before and are others afterwards. */
  readonly restored: number;
  /** Of the notes that were here before: something that came was changed since, and stays. */
  readonly changedSince: number;
  /** Cards that were here before: those that stand where they stood, and those answered since. */
  readonly cardsBack: number;
  readonly cardsAnsweredSince: number;
  /** Notes that came and were edited, marked or tagged since, or answered; all, and by what was done. */
  readonly workedOn: { readonly notes: number; readonly edited: number; readonly answered: number };
}

/** What is taken back; its files are found last, because all notes are looked through for them. */
export interface TakeBackPlan {
  readonly body: Omit<TakeBack, 'media'>;
  readonly counts: TakeBackCounts;
}

/** Decides what goes, what is as it was before, and what stays because of what was done since. */
export function planTakeBack(made: ImportMade, now: HereNow, workedOn: WorkedOn): TakeBackPlan {
  const { file, before, added } = made;
  const incoming = new Map(file.notes.map((note) => [note.id, note]));
  const brought = broughtNow(made, now, incoming);
  const kept = workedOn === 'keep' ? brought.workedOn : new Set<NoteId>();
  const going = brought.ids.filter((id) => !kept.has(id));
  const goes = new Set(going);
  const notes = notesBefore(made, incoming);
  const after = notes.flatMap((back) => {
    const own = now.notes.get(back.before.id);
    return own ? [{ own, back, note: noteBack(own, back, own.editedAtMillis) }] : [];
  });
  const staying = [
    ...brought.ids.flatMap((id) => (goes.has(id) ? [] : (now.notes.get(id) ?? []))),
    ...after.map(({ note }) => note),
  ];
  const cards = cardsBefore(made, now);
  const logs = logsOf(made, now, goes, cards);
  const deckIds = decksToGo(made, now, staying);
  const known = new Map([...before.noteTypes]);
  const types = broughtTypes(file.types, known).changes.filter(
    ({ key }) => before.noteTypes.has(key) || added.noteTypes.has(key),
  );
  const body: TakeBackPlan['body'] = {
    importId: made.id,
    fileName: file.fileName,
    noteIds: going,
    ...logs,
    notes,
    cards,
    types: types.map(({ key: id, after: type }) => ({
      id,
      ...has('before', before.noteTypes.get(id)),
      brought: rowHash(type),
    })),
    presetIds: presetsToGo(made, now, deckIds),
    presets: [...before.presets].map(([id, preset]) => ({
      id,
      ...has('before', preset.foreign),
      brought: rowHash(file.presets.find((each) => each.id === id)?.foreign),
    })),
    deckIds,
    decks: [...before.decks.values()].map((deck) => {
      const theirs = file.decks.find(({ id }) => id === deck.id)?.foreign;
      return {
        id: deck.id,
        unlisted: sectionsToUnlist(deck, made, now, staying),
        ...(theirs && {
          foreign: { ...has('before', deck.foreign), brought: rowHash(theirs) },
        }),
      };
    }),
    graves: [...before.graves.keys()].filter(
      (id) => goes.has(id.slice('note:'.length) as NoteId) || id.startsWith('deck:'),
    ),
    ...(file.settings?.foreign && {
      settings: {
        ...has('before', before.settings.get('study')?.foreign),
        brought: rowHash(file.settings.foreign),
        ...(before.settings.has('study') ? {} : { isNew: true }),
      },
    }),
  };
  const isThere = ({ id }: CardBack) => cardNow(now, id) !== undefined;
  const old = cards.filter((back) => back.before && isThere(back));
  const isUntouched = ({ id, brought: was }: CardBack) =>
    canonical(cardNow(now, id)?.schedule) === canonical(was.schedule);
  const saysMore = ({ own, note }: { own: Note; note: Note }) => textOf(own) !== textOf(note);
  return {
    body,
    counts: {
      notes: going.length,
      cards: going.reduce((sum, id) => sum + (now.cards.get(id)?.length ?? 0), 0),
      pastAnswers: [
        ...logs.logIds.map((id) => now.pastLogs.get(id)?.packed ?? ''),
        ...[...logs.lines, ...cards.flatMap(({ lines }) => lines ?? [])].map(
          ({ packed }) => packed,
        ),
      ].reduce((sum, packed) => sum + unpackedLog(packed).length, 0),
      decks: deckIds.length,
      restored: after.filter(saysMore).length,
      changedSince: after.filter(({ note, back }) => textOf(note) !== textOf(back.before)).length,
      cardsBack: old.filter(isUntouched).length,
      cardsAnsweredSince: old.filter((back) => !isUntouched(back)).length,
      workedOn: {
        notes: brought.workedOn.size,
        edited: brought.edited,
        answered: brought.answered,
      },
    },
  };
}

interface BroughtNow {
  /** Those that are still here. */
  readonly ids: readonly NoteId[];
  readonly workedOn: ReadonlySet<NoteId>;
  readonly edited: number;
  readonly answered: number;
}

function broughtNow(
  { file, broughtNotes }: ImportMade,
  now: HereNow,
  incoming: ReadonlyMap<NoteId, IncomingNote>,
): BroughtNow {
  const cards = new Map(file.cards.map((card) => [card.id, card]));
  const ids = [...broughtNotes].filter((id) => now.notes.has(id));
  const edited = ids.filter((id) => isEdited(now.notes.get(id), incoming.get(id)));
  const answered = ids.filter((id) =>
    (now.cards.get(id) ?? []).some((card) => isAnswered(card, cards.get(card.id))),
  );
  const workedOn = new Set([...edited, ...answered]);
  return { ids, workedOn, edited: edited.length, answered: answered.length };
}

/** By the person: what a later import changed is not. */
function isEdited(note: Note | undefined, theirs: IncomingNote | undefined): boolean {
  const base = note?.asImported;
  if (!note || !theirs || !base) return false;
  const ids = new Set([...Object.keys(note.fields), ...Object.keys(base.fields)]);
  return (
    note.noteTypeId !== base.noteTypeId ||
    ![...ids].every((id) => isFieldAsImported(base, id as never, note.fields[id as never] ?? '')) ||
    !areSectionsAsImported(base, note.sections) ||
    (note.tags.includes('marked') && !theirs.tags.includes('marked'))
  );
}

function isAnswered({ schedule }: Card, theirs: IncomingCard | undefined): boolean {
  return schedule.reps !== (theirs?.schedule.reps ?? 0);
}

function notesBefore(
  { before }: ImportMade,
  incoming: ReadonlyMap<NoteId, IncomingNote>,
): NoteBack[] {
  return [...before.notes.values()].flatMap((note): NoteBack[] => {
    const theirs = incoming.get(note.id);
    return theirs ? [{ before: note, brought: asImportedOf(theirs) }] : [];
  });
}

/** Cards of notes that were here before: those that came, and those that went where the file had them. */
function cardsBefore(made: ImportMade, now: HereNow): CardBack[] {
  const { file, before, added, broughtNotes } = made;
  const placed = new Map(file.cards.map((card) => [card.id as string, card]));
  const came = [...added.cards].map(
    (id): CardBack => ({ id: id as CardId, brought: stateOf(placed.get(id)) }),
  );
  const moved = [...placed.values()].flatMap((card): CardBack[] => {
    const was = before.cards.get(card.id);
    return was ? [{ id: card.id, before: stateOf(was), brought: stateOf(card) }] : [];
  });
  return [...came, ...moved].flatMap((back) => {
    if (broughtNotes.has(noteIdOf(back.id))) return [];
    const card = cardNow(now, back.id);
    const lines = linesThatCame(made, card ? historyIdOf(card) : back.id);
    return [lines ? { ...back, lines } : back];
  });
}

/**
 * Past logs that go with no card: of notes that go, whole where the import brought them, else the
 * lines that came; and lines for which no card of `cards` speaks.
 */
function logsOf(
  made: ImportMade,
  { pastLogs }: HereNow,
  going: ReadonlySet<NoteId>,
  cards: readonly CardBack[],
): Pick<TakeBack, 'logIds' | 'lines'> {
  const spokenFor = new Set(cards.flatMap(({ lines }) => lines?.id ?? []));
  const own = [...new Set(made.file.pastLogs.map(({ id }) => id))].filter((id) => {
    const isOfBrought = made.broughtNotes.has(noteIdOf(id));
    return pastLogs.has(id) && (isOfBrought ? going.has(noteIdOf(id)) : !spokenFor.has(id));
  });
  const isWhole = (id: CardId) => going.has(noteIdOf(id)) && !made.before.pastLogs.has(id);
  return {
    logIds: own.filter(isWhole),
    lines: own.flatMap((id) => (isWhole(id) ? [] : (linesThatCame(made, id) ?? []))),
  };
}

function linesThatCame({ file, before }: ImportMade, id: CardId): PastLines | undefined {
  const theirs = file.pastLogs.findLast((log) => log.id === id);
  if (!theirs) return undefined;
  const known = new Set(
    unpackedLog(before.pastLogs.get(id)?.packed ?? '').map(({ atMillis }) => atMillis),
  );
  const came = unpackedLog(theirs.packed).filter(({ atMillis }) => !known.has(atMillis));
  return came.length === 0 ? undefined : { id, packed: packedLog(came) };
}

/** A card that comes without a schedule of its own is new. */
function stateOf(card: CardState | undefined): CardState {
  if (!card) return { schedule: forgotten(), flag: 0, suspended: false, buriedUntil: 0 };
  const { schedule, flag, suspended, buriedUntil, putAwayUntil } = card;
  return { schedule, flag, suspended, buriedUntil, ...has('putAwayUntil', putAwayUntil) };
}

function cardNow({ cards }: HereNow, id: CardId): Card | undefined {
  return cards.get(noteIdOf(id))?.find((card) => card.id === id);
}

function textOf({ noteTypeId, fields, sections, tags, deckId }: Note): string {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
  return canonical([noteTypeId, filled, sections, tags, deckId]);
}

function has<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value };
}
