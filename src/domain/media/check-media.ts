import type { NoteId } from '../../kernel/ids.ts';
import { isMediaType } from './media-kinds.ts';
import type { MediaFile, MediaName } from './media-file.ts';
import { candidatesFor, foldedName, isSafeMediaName, mediaNameFrom, safeNameFrom } from './name.ts';

/** Above this a file is pointed out: it makes every copy of the collection slow to move. */
export const OVERSIZED_BYTES = 5 * 1024 * 1024;

/** What a media check looks at. */
export interface MediaToCheck {
  readonly files: readonly MediaFile[];
  /** The names that each note's fields refer to. */
  readonly references: readonly { readonly noteId: NoteId; readonly names: readonly string[] }[];
  /** Names used outside notes: in templates, styling and half-written notes. */
  readonly elsewhere: ReadonlySet<string>;
  /** The hashes of the contents that can be read, whole. */
  readonly contents: ReadonlySet<string>;
}

/** A name that something refers to and that no file has. */
export interface MissingFile {
  readonly name: string;
  readonly noteIds: readonly NoteId[];
  /** A template, styling or half-written note refers to it too. */
  readonly isElsewhere: boolean;
  /** The one file that is likely to be meant: its name differs in spelling alone. */
  readonly instead?: MediaName;
}

export interface UsedFile {
  readonly file: MediaFile;
  readonly noteIds: readonly NoteId[];
}

export interface MisnamedFile extends UsedFile {
  readonly to: MediaName;
  /** A template, styling or half-written note refers to it: renaming would not reach that. */
  readonly isElsewhere: boolean;
}

export interface MediaCheck {
  readonly fileCount: number;
  /** What the files take up, contents under several names counted once. */
  readonly bytes: number;
  /** In the order of their names, as all lists but `oversized`. */
  readonly missing: readonly MissingFile[];
  /** Nothing refers to them. Names that begin with `_` are taken as used, as in Anki. */
  readonly unused: readonly MediaFile[];
  /** Above OVERSIZED_BYTES, the largest first. */
  readonly oversized: readonly MediaFile[];
  /** The file is known and its content is gone or damaged. */
  readonly broken: readonly UsedFile[];
  /** The same content under several names; it takes its space once. */
  readonly duplicates: readonly (readonly MediaFile[])[];
  /** Names that are not safe everywhere, each with the one it would get. */
  readonly misnamed: readonly MisnamedFile[];
}

/** Compares what is referred to with what is there. Time: proportional to files and references. */
export function checkMedia({ files, references, elsewhere, contents }: MediaToCheck): MediaCheck {
  const sorted = [...files].sort((a, b) => (a.id < b.id ? -1 : 1));
  const composedElsewhere = new Set([...elsewhere].map(composed));
  const isElsewhere = (name: string) => composedElsewhere.has(composed(name));
  const users = usersByName(references, elsewhere);
  const missing = missingFiles(users, sorted, isElsewhere);
  const meant = new Set<string>(missing.flatMap(({ instead }) => instead ?? []));
  const notesOf = (file: MediaFile) => users.get(composed(file.id));
  const used = (file: MediaFile): UsedFile => ({ file, noteIds: notesOf(file) ?? [] });
  const isUnused = (file: MediaFile) =>
    !notesOf(file) && !meant.has(file.id) && !file.id.startsWith('_');
  const byContent = grouped(sorted, (file) => file.sha256);
  return {
    fileCount: sorted.length,
    bytes: [...byContent.values()].reduce((sum, [file]) => sum + (file?.bytes ?? 0), 0),
    missing,
    unused: sorted.filter(isUnused),
    oversized: sorted
      .filter((file) => file.bytes > OVERSIZED_BYTES)
      .sort((a, b) => b.bytes - a.bytes),
    broken: sorted.filter((file) => !contents.has(file.sha256)).map(used),
    duplicates: [...byContent.values()].filter((same) => same.length > 1),
    misnamed: misnamedFiles(sorted).map(({ file, to }) => ({
      ...used(file),
      to,
      isElsewhere: isElsewhere(file.id),
    })),
  };
}

/** Who refers to a name, composed. */
function usersByName(
  references: MediaToCheck['references'],
  elsewhere: ReadonlySet<string>,
): Map<string, NoteId[]> {
  const users = new Map<string, NoteId[]>([...elsewhere].map((name) => [composed(name), []]));
  for (const { noteId, names } of references) {
    for (const name of new Set(names.map(composed))) {
      const noteIds = users.get(name);
      if (noteIds) noteIds.push(noteId);
      else users.set(name, [noteId]);
    }
  }
  return users;
}

function missingFiles(
  users: ReadonlyMap<string, readonly NoteId[]>,
  files: readonly MediaFile[],
  isElsewhere: (name: string) => boolean,
): MissingFile[] {
  const names = new Set(files.map((file) => composed(file.id)));
  const alikeBy = grouped(files, (file) => foldedName(file.id));
  const missing: MissingFile[] = [];
  for (const [name, noteIds] of users) {
    if (names.has(name)) continue;
    const alike = alikeBy.get(foldedName(name)) ?? [];
    const isOne = new Set(alike.map((file) => file.sha256)).size === 1;
    const instead = isOne ? alike[0]?.id : undefined;
    missing.push({
      name,
      noteIds,
      isElsewhere: isElsewhere(name),
      ...(instead === undefined ? {} : { instead }),
    });
  }
  return missing.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Each gets a name of its own, not even that of the same content. */
function misnamedFiles(
  files: readonly MediaFile[],
): { readonly file: MediaFile; readonly to: MediaName }[] {
  const taken = new Set(files.map((file) => file.id.toLowerCase()));
  return files.flatMap((file) => {
    if (isSafeMediaName(file.id)) return [];
    const safe = isMediaType(file.type) ? mediaNameFrom(file.id, file.type) : safeNameFrom(file.id);
    const to = candidatesFor(safe, file.sha256).find((name) => !taken.has(name.toLowerCase()));
    if (to === undefined) return [];
    taken.add(to.toLowerCase());
    return [{ file, to }];
  });
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Accents written apart or together name the same file. */
function composed(name: string): string {
  return name.normalize('NFC');
}
