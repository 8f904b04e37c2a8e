import { useSyncExternalStore } from 'react';
import type { Note } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { canonical, textHash } from '../../../kernel/canonical.ts';
import type { CardId, NoteId } from '../../../kernel/ids.ts';

/** What a side is a side of, where that is a card of the collection. */
export interface CardDrawn {
  readonly cardId: CardId;
  readonly noteId: NoteId;
  /** All that a drawing of the note's cards depends on: one that is edited is tried again. */
  readonly content: string;
}

/** A side that could not be drawn. Of this device: another may be able to. */
export interface UndrawnMark {
  /** Of its HTML and styles. */
  readonly side: string;
  /** Absent: a preview of what was being written, or a formula. */
  readonly card?: CardDrawn | undefined;
  /** 'ended': the program did, while drawing it. 'slow': it held up the screen for seconds. */
  readonly reason: 'ended' | 'slow';
}

const STORAGE_KEY = 'rounds.undrawn';
/** Whoever has more of them has another problem. */
const MOST_KEPT = 200;

let marks: readonly UndrawnMark[] = marksFrom(localStorage.getItem(STORAGE_KEY));
const listeners = new Set<() => void>();

export function undrawnMarks(): readonly UndrawnMark[] {
  return marks;
}

export function useUndrawnMarks(): readonly UndrawnMark[] {
  return useSyncExternalStore(subscribe, undrawnMarks);
}

export function addMarks(more: readonly UndrawnMark[]): void {
  const sides = new Set(more.map(({ side }) => side));
  keep([...marks.filter(({ side }) => !sides.has(side)), ...more].slice(-MOST_KEPT));
}

/** Lets what `isGone` says be drawn again. */
export function dropMarks(isGone: (mark: UndrawnMark) => boolean): void {
  const left = marks.filter((mark) => !isGone(mark));
  if (left.length < marks.length) keep(left);
}

/** The mark that keeps a side, or the card that it belongs to, from being drawn. */
export function markOf(
  among: readonly UndrawnMark[],
  html: string,
  css: string,
  card: CardDrawn | undefined,
): UndrawnMark | undefined {
  if (among.length === 0) return undefined;
  const side = sideHash(html, css);
  return among.find(
    (mark) =>
      mark.side === side ||
      (mark.card && mark.card.noteId === card?.noteId && mark.card.content === card.content),
  );
}

export function sideHash(html: string, css: string): string {
  return textHash(`${html}\n${css}`);
}

/** Worked out once for a note as it is: a card is drawn often. */
export function cardDrawn(cardId: CardId, note: Note, type: NoteType): CardDrawn {
  const known = drawn.get(note.fields);
  const content = known?.type === type ? known.content : contentHash(note.fields, type);
  drawn.set(note.fields, { type, content });
  return { cardId, noteId: note.id, content };
}

export function contentHash(fields: Note['fields'], { templates, css, kind }: NoteType): string {
  return textHash(canonical({ fields, templates, css, kind }));
}

const drawn = new WeakMap<object, { readonly type: NoteType; readonly content: string }>();

function keep(now: readonly UndrawnMark[]): void {
  marks = now;
  if (now.length === 0) localStorage.removeItem(STORAGE_KEY);
  else {
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(now));
    } catch {
      // A full disk: the marks hold until the program is closed.
    }
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is damaged is as good as none: a card is tried once more. */
export function marksFrom(text: string | null): readonly UndrawnMark[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter(isMark) : [];
  } catch {
    return [];
  }
}

function isMark(value: unknown): value is UndrawnMark {
  const { side, card, reason } = (value ?? {}) as { [Name in keyof UndrawnMark]?: unknown };
  const isOfCard =
    card === undefined ||
    (card !== null &&
      typeof card === 'object' &&
      ['cardId', 'noteId', 'content'].every(
        (name) => typeof (card as Record<string, unknown>)[name] === 'string',
      ));
  return typeof side === 'string' && isOfCard && (reason === 'ended' || reason === 'slow');
}
