import type { NoteId } from '../ids.ts';
import { normalText } from './normal-text.ts';
import { shinglesOf, similarityOf } from './shingles.ts';
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
  readonly shingles: Int32Array;
}

const BUCKETS = 1 << 20;
/** So many texts are compared at most for one question. */
const MOST_COMPARED = 500;

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
    const place = this.entries.push({ noteId: id, text: normal, shingles }) - 1;
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
    const [same] = this.same(text, except);
    if (same !== undefined) return { noteId: same, similarity: 1 };
    let best: SimilarNote | undefined;
    for (const one of this.similar(text, atLeast)) {
      if (one.noteId === except) continue;
      if (best === undefined || one.similarity > best.similarity) best = one;
    }
    return best;
  }

  /** The notes similar to `text` from `atLeast` on, in no order; `isNews` says which to look at. */
  *similar(
    text: string,
    atLeast: number,
    isNews: (noteId: NoteId) => boolean = () => true,
  ): Generator<SimilarNote> {
    const normal = normalText(text);
    if (normal === '') return;
    const shingles = shinglesOf(normal);
    let compared = 0;
    for (const entry of this.candidates(shingles, atLeast)) {
      if (!isNews(entry.noteId)) continue;
      compared += 1;
      if (compared > MOST_COMPARED) return;
      const similarity = entry.text === normal ? 1 : similarityOf(shingles, entry.shingles);
      if (similarity < atLeast || hasTellingDifference(normal, entry.text)) continue;
      yield { noteId: entry.noteId, similarity: entry.text === normal ? 1 : similarity };
    }
  }

  /**
   * Of n shingles a similar text shares at least atLeast × n, so it has one of any n − that + 1
   * (Bayardo, Ma and Srikant 2007, "Scaling up all pairs similarity search"): the rarest.
   */
  private *candidates(shingles: Int32Array, atLeast: number): Generator<Entry> {
    const needed = Math.ceil(atLeast * shingles.length - 1e-9);
    const rarest = [...shingles]
      .map((shingle) => this.postings[shingle % BUCKETS] ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, shingles.length - needed + 1);
    const seen = new Set<number>();
    for (const posting of rarest) {
      for (let at = posting.length - 1; at >= 0; at -= 1) {
        const place = posting[at] ?? 0;
        const entry = this.entries[place];
        if (entry === undefined || seen.has(place)) continue;
        seen.add(place);
        const { length } = entry.shingles;
        const isOfSize = length >= needed && length * atLeast <= shingles.length + 1e-9;
        if (isOfSize) yield entry;
      }
    }
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
