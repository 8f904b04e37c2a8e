import { FIELD_END } from '../../search/matching/glob.ts';
import type { NoteEntry } from '../entries.ts';
import type { Needle } from './needle.ts';

const NOTES_IN_A_BLOCK = 64;

/** Some notes, their texts in one string, and all that a search for words asks of them. */
export interface TextBlock {
  readonly notes: readonly NoteEntry[];
  /** Places of the notes, and of the cards of note n: those from cardStarts[n] to cardStarts[n + 1]. */
  readonly notePlaces: Uint32Array;
  readonly cardStarts: Uint32Array;
  readonly cardPlaces: Uint32Array;
}

interface OwnBlock extends TextBlock {
  readonly notes: NoteEntry[];
  notePlaces: Uint32Array;
  cardStarts: Uint32Array;
  cardPlaces: Uint32Array;
  /** One character beyond Latin-1 makes a whole string take twice the room: those lie together. */
  readonly isWide: boolean;
  readonly at: number;
  /** Where in the block's text each note's own ends. */
  ends: Uint32Array;
}

/**
 * The texts of all notes, many to one string. A hundred thousand notes lie scattered in memory, and
 * to fetch each costs more than to look through its text; a search for words does without them.
 */
export class TextBlocks {
  readonly #blocks: OwnBlock[] = [];
  /** By block; undefined until it is first looked through, and after a change. */
  readonly #texts: (string | undefined)[] = [];
  /** The newest block of wide texts, and of others. */
  readonly #newest = new Map<boolean, OwnBlock>();

  /** Number of blocks. */
  get count(): number {
    return this.#blocks.length;
  }

  /** `note` is new, or its text is another. */
  put(note: NoteEntry): void {
    const isWide = /[\u0100-\uffff]/.test(note.text);
    if (note.block?.isWide !== isWide) {
      if (note.block) this.remove(note);
      const block = this.#blockWithRoom(isWide);
      block.notes.push(note);
      note.block = block;
    }
    this.changed(note);
  }

  /** `note`, or one of its cards, came to another place; or a card came or went. */
  changed({ block }: NoteEntry): void {
    if (block) this.#texts[block.at] = undefined;
  }

  remove(note: NoteEntry): void {
    this.changed(note);
    const notes = note.block && this.#blocks[note.block.at]?.notes;
    notes?.splice(notes.indexOf(note), 1);
    note.block = undefined;
  }

  /**
   * Calls `visit` with each note of blocks `from` up to, not including, `to` whose text holds all
   * `needles`: its block and its index there.
   */
  visit(
    needles: readonly Needle[],
    from: number,
    to: number,
    visit: (block: TextBlock, index: number) => void,
  ): void {
    const [first, ...others] = needles;
    for (let at = from; at < Math.min(to, this.#blocks.length); at++) {
      const block = this.#blocks[at];
      if (!block) return;
      const text = this.#texts[at] ?? this.#join(block);
      if (first) visitHolding(block, text, first, others, visit);
      else for (let index = 0; index < block.notes.length; index++) visit(block, index);
    }
  }

  #blockWithRoom(isWide: boolean): OwnBlock {
    const newest = this.#newest.get(isWide);
    if (newest && newest.notes.length < NOTES_IN_A_BLOCK) return newest;
    const none = new Uint32Array();
    const block: OwnBlock = {
      notes: [],
      isWide,
      at: this.#blocks.length,
      ends: none,
      notePlaces: none,
      cardStarts: none,
      cardPlaces: none,
    };
    this.#blocks.push(block);
    this.#newest.set(isWide, block);
    return block;
  }

  #join(block: OwnBlock): string {
    const { notes } = block;
    const text = notes.map((note) => note.text).join(FIELD_END);
    block.ends = new Uint32Array(notes.length);
    block.notePlaces = Uint32Array.from(notes, (note) => note.at);
    block.cardPlaces = Uint32Array.from(notes.flatMap((note) => note.cards.map(({ at }) => at)));
    block.cardStarts = new Uint32Array(notes.length + 1);
    let from = 0;
    for (const [index, note] of notes.entries()) {
      const end = from + note.text.length;
      // From now on the note's text is a view of the block's, not a second copy.
      note.text = text.slice(from, end);
      block.ends[index] = end;
      block.cardStarts[index + 1] = (block.cardStarts[index] ?? 0) + note.cards.length;
      from = end + FIELD_END.length;
    }
    this.#texts[block.at] = text;
    return text;
  }
}

/** Each needle goes through the text once: one that is ahead waits for the others. */
function visitHolding(
  block: OwnBlock,
  text: string,
  first: Needle,
  others: readonly Needle[],
  visit: (block: TextBlock, index: number) => void,
): void {
  const { ends } = block;
  const ahead = others.map(() => -1);
  let index = 0;
  let start = 0;
  for (let at = first.next(text, 0); at < text.length; at = first.next(text, start)) {
    while ((ends[index] ?? text.length) < at) {
      start = (ends[index] ?? 0) + FIELD_END.length;
      index++;
    }
    const end = ends[index] ?? text.length;
    let isHeld = true;
    for (let which = 0; which < others.length && isHeld; which++) {
      if ((ahead[which] ?? 0) < start) ahead[which] = others[which]?.next(text, start) ?? 0;
      isHeld = (ahead[which] ?? 0) < end;
    }
    if (isHeld) visit(block, index);
    start = end + FIELD_END.length;
    index++;
  }
}
