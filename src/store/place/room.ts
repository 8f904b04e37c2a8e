import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { RoundsDatabase } from '../schema.ts';
import { isForSpace, namesOf } from '../storage-problem.ts';

/** With less than this free nothing more is written: a full disk makes a browser delete databases. */
export const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/**
 * short: less than that is free; refused: the last write was refused for lack of space; aborted: the
 * browser broke it off and did not say why, as it does on a disk that is really full (measured).
 */
export type RoomLeft = 'enough' | 'short' | 'refused' | 'aborted';

/** What is known of the space on the disk of one database. */
export class DiskRoom {
  left: RoomLeft = 'enough';
  readonly #listeners = new Set<() => void>();
  #ask: () => Promise<number | undefined> = async () => undefined;

  /** `ask`: what the system says is free; undefined where nobody can be asked. */
  askThrough(ask: () => Promise<number | undefined>): void {
    this.#ask = ask;
    void this.look();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Why nothing may be written now. While there was enough, a write does not wait for the answer. */
  async problem(): Promise<Problem | undefined> {
    const looking = this.look();
    if (this.left === 'short') await looking;
    return this.left === 'short' ? NEARLY_FULL : undefined;
  }

  async look(): Promise<void> {
    const free = await this.#ask().catch(() => undefined);
    if (free === undefined) return;
    if (free < LEAST_FREE_BYTES) this.#set('short');
    else if (this.left === 'short') this.#set('enough');
  }

  /** A write failed; that matters here where it can be for lack of space. */
  refused(error: unknown): void {
    if (this.left === 'short') return;
    if (isForSpace(error)) this.#set('refused');
    else if (namesOf(error).has('AbortError') && this.left === 'enough') this.#set('aborted');
  }

  accepted(): void {
    if (this.left !== 'short') this.#set('enough');
  }

  #set(left: RoomLeft): void {
    if (this.left === left) return;
    this.left = left;
    for (const listener of this.#listeners) listener();
  }
}

const rooms = new WeakMap<RoundsDatabase, DiskRoom>();

export function roomOf(db: RoundsDatabase): DiskRoom {
  const room = rooms.get(db) ?? new DiskRoom();
  rooms.set(db, room);
  return room;
}

const NEARLY_FULL: Problem = {
  what: t`Less than 200 MB are free on this disk, so Rounds has stopped writing.`,
  kept: t`Everything accepted before is saved; this change was not.`,
  todo: t`Free some space on this disk, then try again.`,
};
