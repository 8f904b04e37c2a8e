import type { Slot } from '../../kernel/ids.ts';
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

/**
 * The two sides of the card at `slot`. A slot the note no longer has shows its text unhidden.
 * In a reversed note a side may end in a cue, '(which drug?)', shown only where that side asks.
 */
export function faceOf(content: NoteContent, slot: Slot): Face {
  if (content.type === 'cloze') return clozeFace(content.text, slot);
  if (content.type === 'basic') return faceOfTexts(content.front, content.back);
  const { wayBack } = content;
  return slot === 2
    ? faceOfTexts(wayBack?.question || content.back, wayBack?.answer || withoutCue(content.front))
    : faceOfTexts(content.front, withoutCue(content.back));
}

/** A side as plain text: blanks show as '[hint]' or '[…]'. */
export function textOfFace(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}

function faceOfTexts(question: string, answer: string): Face {
  return {
    question: [{ kind: 'text', text: question }],
    answer: [{ kind: 'text', text: answer }],
  };
}

function withoutCue(side: string): string {
  const start = side.endsWith('?)') ? side.lastIndexOf('(') : -1;
  return start > 0 ? side.slice(0, start).trimEnd() : side;
}
