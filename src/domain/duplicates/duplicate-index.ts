import type { NoteId } from '../../kernel/ids.ts';
import { normalText } from './normal-text.ts';
import { fits, rareOf, shinglesOf, similarityOf } from './shingles.ts';
import { hasTellingDifference } from './telling-difference.ts';

export interface SimilarNote {
  readonly noteId: NoteId;
  /** 0 to 1; 1 where the texts are the same. */
  readonly similarity: number;
}

/** From this similarity on a note is pointed out while another is written. */
export const SIMILAR = 0.8;

interface Entry {
  readonly noteId: NoteId;
  readonly text: string;
  /** How many shingles the text has. */
  readonly count: number;
}

const BUCKETS = 1 << 20;
/** Of the texts that share a rare shingle, so many are looked at, the latest. */
const MOST_SHARING = 2000;

/**
 * Notes by what they say (textOfNote), kept up as notes change, to warn of duplicates while one is
 * written. Texts that come out equal (normalText) are the same; others are similar by their
 * shingles, unless a number, a negation or a word of substance sets them apart.
 */
export class DuplicateIndex {
  private readonly byText = new Map<string, Set<NoteId>>();
  private readonly places = new Map<NoteId, number>();
  private entries: (Entry | undefined)[] = [];
  /** By shingle, modulo BUCKETS: the places of the entries that have it, and of some that do not. */
  private postings: (number[] | undefined)[] = [];

  constructor(notes: Iterable<{ readonly id: NoteId; readonly text: string }> = []) {
    for (const { id, text } of notes) this.set(id, text);
  }

  /** How many notes with a text there are. */
  get size(): number {
    return this.places.size;
  }

  /** Takes the note in, or its new text; an empty text takes it out. */
  set(id: NoteId, text: string): void {
    const normal = normalText(text);
    const known = this.entries[this.places.get(id) ?? -1];
    if (known?.text === normal) return;
    this.delete(id);
    if (normal === '') return;
    const shingles = shinglesOf(normal);
    const place = this.entries.push({ noteId: id, text: normal, count: shingles.length }) - 1;
    this.places.set(id, place);
    for (const shingle of shingles) {
      const bucket = shingle % BUCKETS;
      const posting = this.postings[bucket];
      if (posting === undefined) this.postings[bucket] = [place];
      else posting.push(place);
    }
    const same = this.byText.get(normal);
    if (same === undefined) this.byText.set(normal, new Set([id]));
    else same.add(id);
  }

  delete(id: NoteId): void {
    const place = this.places.get(id);
    const entry = this.entries[place ?? -1];
    if (place === undefined || entry === undefined) return;
    this.places.delete(id);
    this.entries[place] = undefined;
    const same = this.byText.get(entry.text);
    same?.delete(id);
    if (same?.size === 0) this.byText.delete(entry.text);
    if (this.entries.length > 1000 && this.entries.length > 2 * this.places.size) this.rebuild();
  }

  /** The notes that say the same as `text`, `except` left out. */
  same(text: string, except?: NoteId): NoteId[] {
    return [...(this.byText.get(normalText(text)) ?? [])].filter((id) => id !== except);
  }

  /** The note most like `text`, from `atLeast` on, `except` left out. */
  nearest(text: string, except?: NoteId, atLeast = SIMILAR): SimilarNote | undefined {
    const normal = normalText(text);
    if (normal === '') return undefined;
    for (const noteId of this.byText.get(normal) ?? []) {
      if (noteId !== except) return { noteId, similarity: 1 };
    }
    const shingles = shinglesOf(normal);
    let best: SimilarNote | undefined;
    for (const { noteId, text: other } of this.candidates(shingles, atLeast, except)) {
      const similarity = similarityOf(shingles, shinglesOf(other), atLeast);
      if (similarity === 0 || similarity <= (best?.similarity ?? 0)) continue;
      if (!hasTellingDifference(normal, other)) best = { noteId, similarity };
    }
    return best;
  }

  /** The entries that share enough of the rarest shingles to be similar, and others. */
  private candidates(shingles: Int32Array, atLeast: number, except?: NoteId): Entry[] {
    const rare = rareOf(shingles.length, atLeast);
    const postings = Array.from(shingles, (shingle) => this.postings[shingle % BUCKETS] ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, rare.among);
    const shared = new Map<number, number>();
    for (const posting of postings) {
      for (const place of posting.slice(-MOST_SHARING)) {
        shared.set(place, (shared.get(place) ?? 0) + 1);
      }
    }
    const found: Entry[] = [];
    for (const [place, times] of shared) {
      const entry = times >= rare.shared ? this.entries[place] : undefined;
      if (entry === undefined || entry.noteId === except) continue;
      if (fits(shingles.length, entry.count, atLeast)) found.push(entry);
    }
    return found;
  }

  private rebuild(): void {
    const entries = this.entries.filter((entry) => entry !== undefined);
    this.entries = [];
    this.postings = [];
    this.places.clear();
    this.byText.clear();
    for (const { noteId, text } of entries) this.set(noteId, text);
  }
}
