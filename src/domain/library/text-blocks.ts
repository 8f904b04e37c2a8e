import { FIELD_END } from '../search/matching/fold.ts';
import type { NoteEntry } from './entries.ts';

/**
 * Some 3,000 characters: far fewer strings to visit than notes, which lie scattered in memory, yet
 * short enough for V8 to look for a word's first letter by memchr. After some fifty of them in one
 * string it changes to Boyer-Moore-Horspool, which is slower here.
 */
const NOTES_IN_A_BLOCK = 32;

/** The texts of all notes, several to one string, to be looked through quickly. */
export class TextBlocks {
  readonly #blocks: TextBlock[] = [];
  readonly #blockOf = new Map<NoteEntry, TextBlock>();
  /** The newest block of each kind. */
  readonly #open = new Map<boolean, TextBlock>();

  /** All notes, in no order, block by block. */
  get blocks(): readonly TextBlock[] {
    return this.#blocks;
  }

  /** `note` is new, or its text is another. */
  put(note: NoteEntry): void {
    const isWide = hasWideCharacters(note.text);
    const known = this.#blockOf.get(note);
    if (known?.isWide === isWide) {
      known.changed();
      return;
    }
    this.remove(note);
    const block = this.#blockWithRoom(isWide);
    block.add(note);
    this.#blockOf.set(note, block);
  }

  remove(note: NoteEntry): void {
    this.#blockOf.get(note)?.remove(note);
    this.#blockOf.delete(note);
  }

  #blockWithRoom(isWide: boolean): TextBlock {
    const open = this.#open.get(isWide);
    if (open && open.notes.length < NOTES_IN_A_BLOCK) return open;
    const block = new TextBlock(isWide);
    this.#blocks.push(block);
    this.#open.set(isWide, block);
    return block;
  }
}

/** Notes whose texts lie in one string, which is put together when it is first looked through. */
export class TextBlock {
  /** One character beyond Latin-1 makes a whole string take twice the room: those lie together. */
  readonly isWide: boolean;
  readonly #notes: NoteEntry[] = [];
  #text: string | undefined;
  /** Where in `#text` each note's text ends. */
  #ends = new Uint32Array();

  constructor(isWide: boolean) {
    this.isWide = isWide;
  }

  get notes(): readonly NoteEntry[] {
    return this.#notes;
  }

  add(note: NoteEntry): void {
    this.#notes.push(note);
    this.changed();
  }

  remove(note: NoteEntry): void {
    this.#notes.splice(this.#notes.indexOf(note), 1);
    this.changed();
  }

  changed(): void {
    this.#text = undefined;
  }

  /** The notes whose text holds `needle`, which is folded and not ''. */
  holding(needle: string): NoteEntry[] {
    const text = this.#join();
    const found: NoteEntry[] = [];
    let index = 0;
    for (let at = text.indexOf(needle); at !== -1; ) {
      while ((this.#ends[index] ?? text.length) < at) index++;
      const note = this.#notes[index];
      if (!note) break;
      found.push(note);
      at = text.indexOf(needle, this.#ends[index]);
    }
    return found;
  }

  #join(): string {
    if (this.#text !== undefined) return this.#text;
    const text = this.#notes.map((note) => note.text).join(FIELD_END);
    this.#ends = new Uint32Array(this.#notes.length);
    let from = 0;
    for (const [index, note] of this.#notes.entries()) {
      const end = from + note.text.length;
      this.#ends[index] = end;
      // From now on the note's text is a view of the block's, not a second copy.
      note.text = text.slice(from, end);
      from = end + FIELD_END.length;
    }
    this.#text = text;
    return text;
  }
}

function hasWideCharacters(text: string): boolean {
  return /[\u0100-\uffff]/.test(text);
}
