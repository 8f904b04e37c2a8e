import * as z from 'zod/mini';
import type { Result } from '../kernel/problem.ts';
import { type MenuCommand, menuCommands } from './native-menu.ts';
import type { TextFile } from './platform.ts';

/** What the preload script puts at `window.desktop`. Everything here crosses into main. */
export interface DesktopApi {
  openTextFile(): Promise<Result<TextFile | null>>;
  saveTextFile(suggestedName: string, text: string): Promise<Result<boolean>>;
  /** true where the system was asked to open it; false where it is not a plain https address. */
  openExternal(url: string): Promise<Result<boolean>>;
  onCommand(listener: (command: MenuCommand) => void): () => void;
}

/** The channels the renderer may invoke. Main registers a handler for each of them and no other. */
export const channels = {
  openTextFile: 'rounds:open-text-file',
  saveTextFile: 'rounds:save-text-file',
  openExternal: 'rounds:open-external',
} as const;

/** The one channel from main to the renderer: a MenuCommand. */
export const COMMAND_CHANNEL = 'rounds:command';

/** Generous for a collection as text, and small enough that one call cannot exhaust main. */
export const MAX_SAVED_CHARACTERS = 64 * 1024 * 1024;

/** Arguments, as main insists on them: exactly these, of these types and sizes. */
export const argumentsOf = {
  openTextFile: z.tuple([]),
  saveTextFile: z.tuple([text(1, 255), text(0, MAX_SAVED_CHARACTERS)]),
  openExternal: z.tuple([text(1, 2048)]),
};

// The next mark keeps zod out of the preload bundle, which needs only the channels' names.
/* @__NO_SIDE_EFFECTS__ */
function text(minimum: number, maximum: number) {
  return z.string().check(z.minLength(minimum), z.maxLength(maximum));
}

const problem = z.object({ what: z.string(), kept: z.string(), todo: z.string() });

const resultOf = <Value extends z.core.$ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem }),
  ]);

/** Answers, as the renderer may rely on them; the tests hold main's answers to these. */
export const answersOf = {
  openTextFile: resultOf(z.nullable(z.object({ name: z.string(), text: z.string() }))),
  saveTextFile: resultOf(z.boolean()),
  openExternal: resultOf(z.boolean()),
};

export const menuCommand = z.enum(menuCommands);

export type Channel = keyof typeof channels;
export type ArgumentsOf<C extends Channel> = z.output<(typeof argumentsOf)[C]>;
export type AnswerOf<C extends Channel> = z.output<(typeof answersOf)[C]>;
