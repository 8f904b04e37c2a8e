import type { Deck, Preset } from '../../../domain/collection/deck.ts';
import type { Incoming, IncomingCard, IncomingNote } from '../../../domain/import/incoming.ts';
import type { PastLog } from '../../../domain/import/past-log.ts';
import { unpackedLog } from '../../../domain/import/packed-log.ts';
import type { MediaFile, MediaName } from '../../../domain/media/media-file.ts';
import { mediaNamesIn, mediaNamesInCss } from '../../../domain/template/html-text.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { readForeignCollection } from '../../../exchange/anki/foreign-rows.ts';
import type { Brought, BroughtMedia } from '../../../exchange/incoming/brought.ts';
import { type DeckId, type NoteId, noteIdOf } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import { typeHash } from '../../../log/parts/as-imported.ts';
import type { ImportChoices } from '../import-look.ts';
import { fittedIn } from './fitted.ts';
import type { Here } from './here.ts';
import { newerAnswers, withoutOwn } from './newer-answers.ts';
import { type ComparedNotes, comparedNotes } from './notes-compared.ts';

/** What a file would do to what is here, under a person's choices. */
export interface Decided {
  /** All of it as one step; its media as far as they are known yet. */
  readonly incoming: Incoming;
  readonly notes: ComparedNotes;
  /** The notes that are chosen, under their ids here. */
  readonly chosen: readonly IncomingNote[];
  /** Of the chosen notes. */
  readonly cards: number;
  readonly reviews: number;
  readonly cardsAnsweredSince: number;
  /** Cards that come or move, and lines that cards here get. */
  readonly cardsTaken: number;
  readonly newerEntries: number;
  /** Files that the chosen notes and types need. */
  readonly media: readonly BroughtMedia[];
  /** What comes otherwise than it is in the file, or not at all. */
  readonly otherwise: readonly string[];
}

/** `names`: files that go by another name here (namesHere); `stored`: those that are stored already. */
export function decide(
  fileName: string,
  brought: Brought,
  here: Here,
  choices: ImportChoices,
  names: ReadonlyMap<string, MediaName> = new Map(),
  stored: readonly MediaFile[] = [],
): Decided {
  const all = chosenOf(brought, choices);
  const chosen = choices.withSchedule ? all : withLabelsOfHere(all, here);
  const fitted = fittedIn(chosen, here, names);
  const types = new Map(fitted.types.map((type) => [type.id as string, type]));
  const notes = comparedNotes(fitted.notes, types, here, choices);
  const cards = decidedCards(chosen, notes, here, choices);
  const isWhole = choices.decks === 'all';
  const incoming: Incoming = {
    fileName,
    types: fitted.types,
    presets: choices.withSchedule ? chosen.presets : chosen.presets.map(untrained),
    decks: fitted.decks,
    notes: notes.coming,
    cards: cards.cards,
    pastLogs: cards.pastLogs,
    media: stored,
    ...(isWhole && brought.settings && { settings: brought.settings }),
    theirs: notes.theirs,
    replaced: notes.replaced,
  };
  return {
    incoming,
    notes,
    chosen: fitted.notes,
    cards: chosen.cards.length,
    reviews: isWhole
      ? brought.reviews
      : chosen.pastLogs.reduce((sum, { packed }) => sum + unpackedLog(packed).length, 0),
    cardsAnsweredSince: cards.answeredSince,
    cardsTaken: cards.taken,
    newerEntries: cards.newerEntries,
    media: isWhole ? brought.media : neededMedia(chosen),
    otherwise: [
      ...brought.otherwise,
      ...fitted.problems,
      ...(isWhole ? otherHour(brought, here) : []),
    ],
  };
}

/** The hour at which Anki's days begin is not taken over: it would move what was answered here. */
function otherHour({ settings: theirs }: Brought, { settings }: Here): readonly string[] {
  const hour = readForeignCollection(theirs?.foreign)?.config.rollover;
  if (typeof hour !== 'number' || hour === settings.rolloverHour) return [];
  return [
    t`A day begins at ${hour}:00 in the file, and at ${settings.rolloverHour}:00 here; Settings has that hour.`,
  ];
}

/** Whether there is anything to write. */
export function changesNothing({ incoming }: Decided, here: Here): boolean {
  const { notes, cards, pastLogs, media, types, decks, presets } = incoming;
  const isNew = (known: ReadonlySet<string>, rows: readonly { readonly id: string }[]) =>
    rows.some(({ id }) => !known.has(id));
  return (
    notes.length + cards.length + pastLogs.length === 0 &&
    media.every((file) => here.media.has(file.id.toLowerCase())) &&
    types.every((type) => here.types.get(type.id)?.asImported === typeHash(type)) &&
    !isNew(new Set(here.decks.map(({ id }) => id)), decks) &&
    !isNew(new Set(here.presets.keys()), presets)
  );
}

/** The decks that a person takes, and what belongs to them. */
function chosenOf(brought: Brought, { decks: wanted }: ImportChoices): Brought {
  if (wanted === 'all') return brought;
  const ids: ReadonlySet<DeckId> = new Set(wanted);
  const notes = brought.notes.filter(({ deckId }) => ids.has(deckId));
  const noteIds: ReadonlySet<NoteId> = new Set(notes.map(({ id }) => id));
  const typeIds = new Set(notes.map(({ noteTypeId }) => noteTypeId));
  const decks = brought.decks.filter(({ id }) => ids.has(id));
  const presetIds = new Set(decks.map(({ presetId }) => presetId));
  return {
    ...brought,
    types: brought.types.filter(({ id }) => typeIds.has(id)),
    presets: brought.presets.filter(({ id }) => presetIds.has(id)),
    decks,
    notes,
    cards: brought.cards.filter(({ id }) => noteIds.has(noteIdOf(id))),
    pastLogs: brought.pastLogs.filter(({ id }) => noteIds.has(noteIdOf(id))),
  };
}

/** Marks and leeches are of the study that does not come along, as in Anki (ANKI-67). */
function withLabelsOfHere(chosen: Brought, here: Here): Brought {
  const notes = chosen.notes.map((note) => ({
    ...note,
    tags: here.notes.get(note.id)?.tags ?? [],
  }));
  return { ...chosen, notes };
}

interface DecidedCards {
  readonly cards: readonly IncomingCard[];
  readonly pastLogs: readonly PastLog[];
  readonly answeredSince: number;
  readonly taken: number;
  readonly newerEntries: number;
}

/** A card that is here moves only for what was answered elsewhere since; a new one comes as it is. */
function decidedCards(
  brought: Brought,
  { coming }: ComparedNotes,
  here: Here,
  { withSchedule }: ImportChoices,
): DecidedCards {
  const comingIds = new Set(coming.map(({ id }) => id));
  const logs = new Map(brought.pastLogs.map((log) => [log.id, log]));
  const cards: IncomingCard[] = [];
  const pastLogs: PastLog[] = [];
  let answeredSince = 0;
  let newerEntries = 0;
  let added = 0;
  for (const card of brought.cards) {
    const mine = here.cards.get(card.id);
    const log = logs.get(card.id);
    if (mine) {
      const newer = withSchedule && log ? newerAnswers(card, log, mine, here) : undefined;
      if (!newer) continue;
      answeredSince++;
      newerEntries += newer.entries;
      cards.push(newer.card);
      pastLogs.push(newer.log);
    } else if (comingIds.has(noteIdOf(card.id)) || here.notes.has(noteIdOf(card.id))) {
      added++;
      const own = withSchedule ? card : asNew(card);
      if (!isPlainNew(own)) cards.push(own);
      if (withSchedule && log) pastLogs.push(withoutOwn(log, here.answers.get(card.id)));
    }
  }
  return { cards, pastLogs, answeredSince, newerEntries, taken: added + answeredSince };
}

/** Without weights: they were trained by somebody's answers, and none of those come. */
function untrained({ weights: _, ...preset }: Preset): Preset {
  return preset;
}

/** What a note makes of itself, as it comes. */
function isPlainNew({ schedule, flag, suspended, buriedUntil }: IncomingCard): boolean {
  const { state, reps, lapses } = schedule;
  return state === 'new' && reps + lapses + flag + buriedUntil === 0 && !suspended;
}

/** As if it had never been studied; its flag is the note's author's. */
function asNew({ id, flag }: IncomingCard): IncomingCard {
  return {
    id,
    schedule: { state: 'new', reps: 0, lapses: 0 },
    flag,
    suspended: false,
    buriedUntil: 0,
  };
}

/** Named in a field, a template or a style; and what only templates of other programs name (`_…`). */
function neededMedia({ notes, types, media }: Brought): readonly BroughtMedia[] {
  const needed = new Set<string>();
  for (const { fields } of notes) {
    for (const text of Object.values(fields)) {
      for (const name of mediaNamesIn(text)) needed.add(name);
    }
  }
  for (const type of types) for (const name of namesInType(type)) needed.add(name);
  return media.filter(({ name }) => needed.has(name) || name.startsWith('_'));
}

function namesInType({ templates, css }: NoteType): readonly string[] {
  const html = templates.flatMap(({ front, back }) => [front, back]);
  return [...html.flatMap(mediaNamesIn), ...mediaNamesInCss(css)];
}

/** The decks of a file by name, with how many of its notes lie in each. */
export function decksOf({ decks, notes }: Brought): readonly (Pick<Deck, 'id' | 'name'> & {
  readonly notes: number;
})[] {
  const counts = new Map<DeckId, number>();
  for (const { deckId } of notes) counts.set(deckId, (counts.get(deckId) ?? 0) + 1);
  return decks
    .map(({ id, name }) => ({ id, name, notes: counts.get(id) ?? 0 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
