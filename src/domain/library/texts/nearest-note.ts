import type { Note } from '../../content/note.ts';
import type { NoteType } from '../../content/note-type.ts';
import { SIMILAR, type SimilarNote } from '../../duplicates/duplicate-index.ts';
import { normalText, textOfNote } from '../../duplicates/normal-text.ts';
import { fits, mayFit, shinglesOf, similarityOf } from '../../duplicates/shingles.ts';
import { hasTellingDifference } from '../../duplicates/telling-difference.ts';
import type { NoteEntry } from '../entries.ts';

/** What a note says (normalText), and how many shingles that has, once they have been counted. */
interface Said {
  readonly text: string;
  count: number | undefined;
}

const NOTES_AT_ONCE = 100;

/**
 * Finds the note that says most nearly what another one says, by looking at all. A DuplicateIndex
 * answers sooner, but of 100,000 notes it takes seconds to make and 200 MB, for one note at a time.
 */
export class NearestNote {
  /** By the row: a note that is changed, or whose type is, has another one. */
  readonly #said = new WeakMap<NoteEntry['note'], Said>();

  /** As DuplicateIndex.nearest, archived notes aside, with pauses in which nothing may be changed. */
  *among(
    notes: readonly NoteEntry[],
    text: string,
    except?: Note['id'],
    atLeast = SIMILAR,
  ): Generator<undefined, SimilarNote | undefined> {
    const normal = normalText(text);
    if (normal === '') return undefined;
    const shingles = shinglesOf(normal);
    let best: SimilarNote | undefined;
    for (const [at, { note, type }] of notes.entries()) {
      if (at % NOTES_AT_ONCE === NOTES_AT_ONCE - 1) yield;
      if (note.archived || note.id === except) continue;
      const said = this.#saidBy(note, type);
      if (said.text === normal) return { noteId: note.id, similarity: 1 };
      const similarity = similarityTo(shingles, said, atLeast);
      if (similarity === 0 || similarity <= (best?.similarity ?? 0)) continue;
      if (!hasTellingDifference(normal, said.text)) best = { noteId: note.id, similarity };
    }
    return best;
  }

  #saidBy(note: NoteEntry['note'], type: NoteType): Said {
    const known = this.#said.get(note);
    if (known) return known;
    const said = { text: normalText(textOfNote(note.fields, type)), count: undefined };
    this.#said.set(note, said);
    return said;
  }
}

/** Counts the shingles of `said` only where its length leaves it a chance. */
function similarityTo(shingles: Int32Array, said: Said, atLeast: number): number {
  if (said.text === '' || !mayFit(shingles.length, said.text.length, atLeast)) return 0;
  if (said.count !== undefined && !fits(shingles.length, said.count, atLeast)) return 0;
  const others = shinglesOf(said.text);
  said.count = others.length;
  return similarityOf(shingles, others, atLeast);
}
