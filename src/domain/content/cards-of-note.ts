import type { Slot } from '../ids.ts';
import { clozeFace, clozeNumbers, type Segment } from './cloze.ts';
import type { NoteContent } from './note.ts';

/** A card's two sides. A cloze's answer repeats its sentence; a basic card's answer is its back. */
export interface Face {
  readonly question: readonly Segment[];
  readonly answer: readonly Segment[];
}

/** The slots of a note's cards, ascending; none for a cloze text without deletions. */
export function slotsOf(content: NoteContent): Slot[] {
  switch (content.type) {
    case 'basic':
      return [1];
    case 'reversed':
      return [1, 2];
    case 'cloze':
      return clozeNumbers(content.text);
  }
}

/** The two sides of the card at `slot`. A slot the note no longer has shows its text unhidden. */
export function faceOf(content: NoteContent, slot: Slot): Face {
  if (content.type === 'cloze') return clozeFace(content.text, slot);
  const isBackToFront = content.type === 'reversed' && slot === 2;
  const front: Segment[] = [{ kind: 'text', text: content.front }];
  const back: Segment[] = [{ kind: 'text', text: content.back }];
  return isBackToFront ? { question: back, answer: front } : { question: front, answer: back };
}

/** A side as plain text: blanks show as '[hint]' or '[…]'. */
export function textOfFace(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}
