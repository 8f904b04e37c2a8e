/** Branded identifiers: a note's id never compiles where a card's is wanted. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type DeckId = Branded<'DeckId'>;
/** No '/' inside: see cardIdOf. */
export type NoteId = Branded<'NoteId'>;
/** `${noteId}/${slot}`: a note's cards are one key range. */
export type CardId = Branded<'CardId'>;
export type NoteTypeId = Branded<'NoteTypeId'>;
/** A field's own name never changes, whatever it is called or where it stands in its type. */
export type FieldId = Branded<'FieldId'>;
export type DeviceId = Branded<'DeviceId'>;
/** Of an exam, a break or a catch-up. */
export type OverlayId = Branded<'OverlayId'>;
/** Of one session of cramming. */
export type CramId = Branded<'CramId'>;
/** `${deviceId}:${counter}`, the counter in ten digits so that ids of a device sort by it. */
export type OperationId = Branded<'OperationId'>;

/** A card's place in its note: the cloze number, or the number of its template. */
export type Slot = number;

/** The card of `noteId` at `slot` (1 or more). */
export function cardIdOf(noteId: NoteId, slot: Slot): CardId {
  return `${noteId}/${slot}` as CardId;
}

/** The note that `cardId` belongs to. */
export function noteIdOf(cardId: CardId): NoteId {
  return cardId.slice(0, cardId.lastIndexOf('/')) as NoteId;
}

/** The slot of `cardId` in its note. */
export function slotOf(cardId: CardId): Slot {
  return Number(cardId.slice(cardId.lastIndexOf('/') + 1));
}

/** Of the counter in an operation's id. */
export const COUNTER_DIGITS = 10;

/** The key of a device's operation number `counter` (0 or more). */
export function operationIdOf(deviceId: DeviceId, counter: number): OperationId {
  return `${deviceId}:${String(counter).padStart(COUNTER_DIGITS, '0')}` as OperationId;
}
