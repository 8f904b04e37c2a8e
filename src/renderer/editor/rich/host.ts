import type { Editor } from '@tiptap/core';
import type { FieldFormulas } from './maths/field-formulas.ts';

/** What the editor's parts ask of the field around them. Always the latest, never kept. */
export interface RichHost {
  /** A blob: or data: address of a media file by its name; undefined where there is none. */
  readonly mediaUrl: (name: string) => Promise<string | undefined>;
  /** Stores a file and gives its name; undefined where it was refused, which the callee says. */
  readonly storeFile: (file: File) => Promise<string | undefined>;
  readonly nextClozeNumber: () => number;
  readonly canCloze: () => boolean;
  /** Opens a small dialog on what is selected. */
  readonly ask: (question: Question) => void;
  readonly toggleSource: () => void;
  /** Pictures of a paste that were not on the clipboard, to be named beside the field. */
  readonly notCopied: (pictures: readonly string[]) => void;
  /** Draws the field's formulas, and has those that are not drawn named under it. */
  readonly formulas: FieldFormulas;
  /** Says something politely. */
  readonly say: (message: string) => void;
}

export type Question = 'maths' | 'display-maths' | 'link' | 'picture';
export type ClozeNumber = 'next' | 'same';

/** The field that has the focus, as the toolbar sees it. A new object whenever anything of it changes. */
export interface RichEditor {
  readonly tiptap: Editor;
  readonly host: RichHost;
  readonly isSource: boolean;
  readonly canCloze: boolean;
  readonly focus: () => void;
  readonly insertCloze: (which: ClozeNumber) => void;
  readonly toggleSource: () => void;
  readonly insertFiles: (files: readonly File[]) => void;
}
