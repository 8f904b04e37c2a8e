import * as z from 'zod/mini';
import type { Result } from '../kernel/problem.ts';
import { type MenuCommand, menuCommands } from './native-menu.ts';
import { JOURNAL_PATH } from '../kernel/journal-path.ts';
import type { JournalFile, JournalFolder } from './journal/journal-files.ts';
import { FOLDER_NAME, type FolderFile, type FolderKnown } from './folder/chosen-folder.ts';

/** What the preload script puts at `window.desktop`. Everything here crosses into main. */
export interface DesktopApi {
  /** Files that were opened with Rounds and that the page has not heard of yet. */
  openedFiles(): Promise<Result<readonly HandedFile[]>>;
  /** A piece of one; fewer bytes where it ends before. */
  openedRead(id: number, from: number, length: number): Promise<Result<Uint8Array>>;
  saveTextFile(suggestedName: string, text: string): Promise<Result<boolean>>;
  /** true where the system was asked to open it; false where it is not a plain https address. */
  openExternal(url: string): Promise<Result<boolean>>;
  /** The journal as files that main keeps: see JournalFiles. */
  journalList(folder: JournalFolder): Promise<Result<readonly JournalFile[]>>;
  journalRead(path: string, from: number): Promise<Result<Uint8Array>>;
  journalAppend(path: string, at: number, bytes: Uint8Array): Promise<Result<true>>;
  journalPut(path: string, bytes: Uint8Array): Promise<Result<true>>;
  /** What is free on the disk with the cards, as the system says. */
  freeBytes(): Promise<Result<number>>;
  /** The folder that the person chose for copies: see ChosenFolder. null: none. */
  folderKnown(): Promise<Result<FolderKnown | null>>;
  folderChoose(): Promise<Result<FolderKnown | null>>;
  folderForget(): Promise<Result<true>>;
  folderList(): Promise<Result<readonly FolderFile[]>>;
  /** A piece of a copy, under a name that it has until it is kept. */
  folderWrite(name: string, at: number, bytes: Uint8Array): Promise<Result<true>>;
  folderRead(name: string, from: number, length: number): Promise<Result<Uint8Array>>;
  /** A piece of a copy that was kept; fewer bytes where it ends before. */
  folderOpen(name: string, from: number, length: number): Promise<Result<Uint8Array>>;
  folderKeep(name: string): Promise<Result<true>>;
  folderDrop(name: string): Promise<Result<true>>;
  folderRemove(name: string): Promise<Result<true>>;
  /** The journal in that folder. */
  folderJournalList(folder: JournalFolder): Promise<Result<readonly JournalFile[]>>;
  folderJournalRead(path: string, from: number): Promise<Result<Uint8Array>>;
  folderJournalAppend(path: string, at: number, bytes: Uint8Array): Promise<Result<true>>;
  folderJournalPut(path: string, bytes: Uint8Array): Promise<Result<true>>;
  onCommand(listener: (command: MenuCommand) => void): () => void;
}

/** A file by which main reads it for the page, and its name without its folder. */
export interface HandedFile {
  readonly id: number;
  readonly name: string;
}

/** The channels the renderer may invoke. Main registers a handler for each of them and no other. */
export const channels = {
  openedFiles: 'rounds:opened-files',
  openedRead: 'rounds:opened-read',
  saveTextFile: 'rounds:save-text-file',
  openExternal: 'rounds:open-external',
  journalList: 'rounds:journal-list',
  journalRead: 'rounds:journal-read',
  journalAppend: 'rounds:journal-append',
  journalPut: 'rounds:journal-put',
  freeBytes: 'rounds:free-bytes',
  folderKnown: 'rounds:folder-known',
  folderChoose: 'rounds:folder-choose',
  folderForget: 'rounds:folder-forget',
  folderList: 'rounds:folder-list',
  folderWrite: 'rounds:folder-write',
  folderRead: 'rounds:folder-read',
  folderOpen: 'rounds:folder-open',
  folderKeep: 'rounds:folder-keep',
  folderDrop: 'rounds:folder-drop',
  folderRemove: 'rounds:folder-remove',
  folderJournalList: 'rounds:folder-journal-list',
  folderJournalRead: 'rounds:folder-journal-read',
  folderJournalAppend: 'rounds:folder-journal-append',
  folderJournalPut: 'rounds:folder-journal-put',
} as const;

/** The one channel from main to the renderer: a MenuCommand. */
export const COMMAND_CHANNEL = 'rounds:command';

/** Generous for a collection as text, and small enough that one call cannot exhaust main. */
export const MAX_SAVED_CHARACTERS = 64 * 1024 * 1024;

/** A picture or a sound, whole; a file of cards' own lines is far smaller. */
export const MAX_JOURNAL_BYTES = 128 * 1024 * 1024;

/** A piece of a file of the person's on its way. */
const MAX_PIECE_BYTES = 4 * 1024 * 1024;

/** Arguments, as main insists on them: exactly these, of these types and sizes. */
export const argumentsOf = {
  openedFiles: z.tuple([]),
  openedRead: z.tuple([place(), place(), pieceLength()]),
  saveTextFile: z.tuple([text(1, 255), text(0, MAX_SAVED_CHARACTERS)]),
  openExternal: z.tuple([text(1, 2048)]),
  journalList: z.tuple([journalFolder()]),
  journalRead: z.tuple([journalPath(), place()]),
  journalAppend: z.tuple([journalPath(), place(), bytes(MAX_JOURNAL_BYTES)]),
  journalPut: z.tuple([journalPath(), bytes(MAX_JOURNAL_BYTES)]),
  freeBytes: z.tuple([]),
  folderKnown: z.tuple([]),
  folderChoose: z.tuple([]),
  folderForget: z.tuple([]),
  folderList: z.tuple([]),
  folderWrite: z.tuple([folderName(), place(), bytes(MAX_PIECE_BYTES)]),
  folderRead: z.tuple([folderName(), place(), pieceLength()]),
  folderOpen: z.tuple([folderName(), place(), pieceLength()]),
  folderKeep: z.tuple([folderName()]),
  folderDrop: z.tuple([folderName()]),
  folderRemove: z.tuple([folderName()]),
  folderJournalList: z.tuple([journalFolder()]),
  folderJournalRead: z.tuple([journalPath(), place()]),
  folderJournalAppend: z.tuple([journalPath(), place(), bytes(MAX_JOURNAL_BYTES)]),
  folderJournalPut: z.tuple([journalPath(), bytes(MAX_JOURNAL_BYTES)]),
};

// The next mark keeps zod out of the preload bundle, which needs only the channels' names.
/* @__NO_SIDE_EFFECTS__ */
function text(minimum: number, maximum: number) {
  return z.string().check(z.minLength(minimum), z.maxLength(maximum));
}

/* @__NO_SIDE_EFFECTS__ */
function journalFolder() {
  return z.enum(['journal', 'payloads', 'media']);
}

/* @__NO_SIDE_EFFECTS__ */
function journalPath() {
  return z.string().check(z.regex(JOURNAL_PATH));
}

/* @__NO_SIDE_EFFECTS__ */
function folderName() {
  return z.string().check(z.regex(FOLDER_NAME));
}

/* @__NO_SIDE_EFFECTS__ */
function pieceLength() {
  return z.number().check(z.int(), z.nonnegative(), z.maximum(MAX_PIECE_BYTES));
}

/** A place in a file. */
/* @__NO_SIDE_EFFECTS__ */
function place() {
  return z.number().check(z.int(), z.nonnegative());
}

/* @__NO_SIDE_EFFECTS__ */
function bytes(most: number) {
  return z.custom<Uint8Array>(
    // By its name: what came from a page may be of another realm.
    (value) =>
      Object.prototype.toString.call(value) === '[object Uint8Array]' &&
      (value as Uint8Array).byteLength <= most,
  );
}

const problem = z.object({ what: z.string(), kept: z.string(), todo: z.string() });

const resultOf = <Value extends z.core.$ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem }),
  ]);

/* @__NO_SIDE_EFFECTS__ */
function journalList() {
  return z.readonly(z.array(z.object({ path: z.string(), bytes: z.number() })));
}

/* @__NO_SIDE_EFFECTS__ */
function folderKnown() {
  return z.object({ name: z.string(), mayUse: z.boolean() });
}

/** Answers, as the renderer may rely on them; the tests hold main's answers to these. */
export const answersOf = {
  openedFiles: resultOf(z.readonly(z.array(z.object({ id: z.number(), name: z.string() })))),
  openedRead: resultOf(bytes(MAX_PIECE_BYTES)),
  saveTextFile: resultOf(z.boolean()),
  openExternal: resultOf(z.boolean()),
  journalList: resultOf(journalList()),
  journalRead: resultOf(bytes(Number.MAX_SAFE_INTEGER)),
  journalAppend: resultOf(z.literal(true)),
  journalPut: resultOf(z.literal(true)),
  freeBytes: resultOf(z.number()),
  folderKnown: resultOf(z.nullable(folderKnown())),
  folderChoose: resultOf(z.nullable(folderKnown())),
  folderForget: resultOf(z.literal(true)),
  folderList: resultOf(
    z.readonly(z.array(z.object({ name: z.string(), bytes: z.number(), isOurs: z.boolean() }))),
  ),
  folderWrite: resultOf(z.literal(true)),
  folderRead: resultOf(bytes(MAX_PIECE_BYTES)),
  folderOpen: resultOf(bytes(MAX_PIECE_BYTES)),
  folderKeep: resultOf(z.literal(true)),
  folderDrop: resultOf(z.literal(true)),
  folderRemove: resultOf(z.literal(true)),
  folderJournalList: resultOf(journalList()),
  folderJournalRead: resultOf(bytes(Number.MAX_SAFE_INTEGER)),
  folderJournalAppend: resultOf(z.literal(true)),
  folderJournalPut: resultOf(z.literal(true)),
};

export const menuCommand = z.enum(menuCommands);

export type Channel = keyof typeof channels;
export type ArgumentsOf<C extends Channel> = z.output<(typeof argumentsOf)[C]>;
export type AnswerOf<C extends Channel> = z.output<(typeof answersOf)[C]>;
