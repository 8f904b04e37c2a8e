import { type Card, historyIdOf } from '../../../domain/collection/card.ts';
import type { IncomingNote } from '../../../domain/import/incoming.ts';
import { packedLog, unpackedLog } from '../../../domain/import/packed-log.ts';
import type {
  CardBack,
  CardState,
  NoteBack,
  PastLines,
  TakeBack,
} from '../../../domain/import/take-back.ts';
import { forgotten } from '../../../domain/memory/by-hand.ts';
import { type CardId, type NoteId, noteIdOf } from '../../../kernel/ids.ts';
import { asImportedOf } from '../../../log/parts/as-imported.ts';
import type { HereNow, ImportMade } from './import-made.ts';

/** Notes that were here before: as they were, and what came of them. */
export function notesBefore(
  { before }: ImportMade,
  incoming: ReadonlyMap<NoteId, IncomingNote>,
): NoteBack[] {
  return [...before.notes.values()].flatMap((note): NoteBack[] => {
    const theirs = incoming.get(note.id);
    return theirs ? [{ before: note, brought: asImportedOf(theirs) }] : [];
  });
}

/** Cards of notes that were here before: those that came, and those that went where the file had them. */
export function cardsBefore(made: ImportMade, now: HereNow): CardBack[] {
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
export function logsOf(
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
  return {
    schedule,
    flag,
    suspended,
    buriedUntil,
    ...(putAwayUntil !== undefined && { putAwayUntil }),
  };
}

/** The card as it is; undefined: it is gone. */
export function cardNow({ cards }: HereNow, id: CardId): Card | undefined {
  return cards.get(noteIdOf(id))?.find((card) => card.id === id);
}
