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
  /** 'twice': the program ended while drawing it, twice. 'slow': it held up the screen for seconds, twice. */
  readonly reason: 'twice' | 'slow';
}

export const MARKS_KEY = 'rounds.undrawn';

let marks: readonly UndrawnMark[] = marksFrom(localStorage.getItem(MARKS_KEY));
const listeners = new Set<() => void>();

export function undrawnMarks(): readonly UndrawnMark[] {
  return marks;
}

export function useUndrawnMarks(): readonly UndrawnMark[] {
  return useSyncExternalStore(subscribe, undrawnMarks);
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

/** From now on; struck.ts keeps them for the next start. */
export function putMarks(now: readonly UndrawnMark[]): void {
  marks = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * What is damaged is as good as none: a card is tried once more. So is what a version before wrote,
 * which believed one end.
 */
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
    ['cardId', 'noteId', 'content'].every(
      (name) => typeof (card as Record<string, unknown> | null)?.[name] === 'string',
    );
  return typeof side === 'string' && isOfCard && (reason === 'twice' || reason === 'slow');
}
