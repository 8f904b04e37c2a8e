import { buryKind } from './kinds/cards/bury.ts';
import { flagKind } from './kinds/cards/flag.ts';
import { forgetKind } from './kinds/cards/forget.ts';
import { redateKind } from './kinds/cards/redate.ts';
import { releaseKind } from './kinds/cards/release.ts';
import { rescheduleKind } from './kinds/cards/reschedule.ts';
import { setDueKind } from './kinds/cards/set-due.ts';
import { suspendKind } from './kinds/cards/suspend.ts';
import { cramAnswerKind } from './kinds/cram/cram-answer.ts';
import { settleCramKind } from './kinds/cram/settle-cram.ts';
import { createDeckKind } from './kinds/decks/create-deck.ts';
import { deleteDecksKind } from './kinds/decks/delete-decks.ts';
import { loadDeckKind } from './kinds/decks/load-deck.ts';
import { moreNewKind } from './kinds/decks/more-new.ts';
import { renameDecksKind } from './kinds/decks/rename-decks.ts';
import { setDeckPresetKind } from './kinds/decks/set-deck-preset.ts';
import { importKind } from './kinds/imports/import.ts';
import { takeBackImportKind } from './kinds/imports/take-back-import.ts';
import { addMediaKind } from './kinds/media/add-media.ts';
import { deleteMediaKind } from './kinds/media/delete-media.ts';
import { renameMediaKind } from './kinds/media/rename-media.ts';
import { addNotesKind } from './kinds/notes/add-notes.ts';
import { archiveKind } from './kinds/notes/archive.ts';
import { changeTypeKind } from './kinds/notes/change-type.ts';
import { deleteNotesKind } from './kinds/notes/delete-notes.ts';
import { editNotesKind } from './kinds/notes/edit-notes.ts';
import { markKind } from './kinds/notes/mark.ts';
import { moveNotesKind } from './kinds/notes/move-notes.ts';
import { renameSectionKind } from './kinds/notes/rename-section.ts';
import { tagKind } from './kinds/notes/tag.ts';
import { deleteOverlayKind } from './kinds/overlays/delete-overlay.ts';
import { setOverlayKind } from './kinds/overlays/set-overlay.ts';
import { deleteSearchKind } from './kinds/searches/delete-search.ts';
import { saveSearchKind } from './kinds/searches/save-search.ts';
import { deletePresetKind } from './kinds/settings/delete-preset.ts';
import { saveOptionsKind } from './kinds/settings/save-options.ts';
import { setPresetKind } from './kinds/settings/set-preset.ts';
import { setStudyKind } from './kinds/settings/set-study.ts';
import { takeOverKind } from './kinds/settings/take-over.ts';
import { answerKind } from './kinds/study/answer.ts';
import { regradeKind } from './kinds/study/regrade.ts';
import { redoKind, undoKind } from './kinds/study/undo.ts';
import { deleteNoteTypeKind } from './kinds/types/delete-note-type.ts';
import { setNoteTypeKind } from './kinds/types/set-note-type.ts';
import type { BodyOf, Kind } from './kind.ts';

/** Every kind of operation that this program knows. */
const KINDS = [
  buryKind,
  flagKind,
  forgetKind,
  redateKind,
  releaseKind,
  rescheduleKind,
  setDueKind,
  suspendKind,
  cramAnswerKind,
  settleCramKind,
  createDeckKind,
  deleteDecksKind,
  loadDeckKind,
  moreNewKind,
  renameDecksKind,
  setDeckPresetKind,
  importKind,
  takeBackImportKind,
  addMediaKind,
  deleteMediaKind,
  renameMediaKind,
  addNotesKind,
  archiveKind,
  changeTypeKind,
  deleteNotesKind,
  editNotesKind,
  markKind,
  moveNotesKind,
  renameSectionKind,
  tagKind,
  deleteOverlayKind,
  setOverlayKind,
  deleteSearchKind,
  saveSearchKind,
  deletePresetKind,
  saveOptionsKind,
  setPresetKind,
  setStudyKind,
  takeOverKind,
  answerKind,
  regradeKind,
  undoKind,
  redoKind,
  deleteNoteTypeKind,
  setNoteTypeKind,
] as const;

/** What a person (or the program, when it loads its deck) changed. Plain data, no results in it. */
export type OperationBody = BodyOf<(typeof KINDS)[number]>;
export type OperationKind = OperationBody['kind'];

/** Kinds by their names. */
export type Registry = ReadonlyMap<string, Kind>;

/** A registry of these kinds; a name that two of them have is a defect. */
export function registryOf(kinds: readonly unknown[]): Registry {
  const registry = new Map<string, Kind>();
  for (const kind of kinds as readonly Kind[]) {
    if (registry.has(kind.name)) throw new Error(`two kinds are called ${kind.name}`);
    registry.set(kind.name, kind);
  }
  return registry;
}

export const REGISTRY: Registry = registryOf(KINDS);

/** The kind of a body that has passed the door, or was made by this program. */
export function kindOfBody(body: { readonly kind: string }, registry: Registry = REGISTRY): Kind {
  const kind = registry.get(body.kind);
  if (!kind) throw new Error(`no kind is called ${body.kind}`);
  return kind;
}

/** Whether this program knows the kind, in that version at least. */
export function understands(kind: string, version: number): boolean {
  return (REGISTRY.get(kind)?.version ?? 0) >= version;
}
