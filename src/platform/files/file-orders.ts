import { t } from '../../kernel/texts.ts';
import { journalFolder } from './journal-folder.ts';
import { PATIENCE, type Patience } from './patience.ts';

export interface OrderAnswer {
  readonly number: number;
  /** Why it was not done; absent: it is on the disk. */
  readonly why?: string;
  /** It is not done yet, and goes on. */
  readonly goesOn?: true;
}

/**
 * Hands orders to a worker that writes files; one that has died is started anew with the next. Not
 * every death is heard of: one that says nothing for long, and has orders, is ended, and counts as dead.
 */
export class FileOrders<Order extends { readonly number: number }> {
  readonly #start: () => Worker;
  readonly #patience: Patience;
  readonly #waiting = new Map<number, (why: string | undefined) => void>();
  #worker: Worker | undefined;
  #orders = 0;
  /** Until the worker has said nothing for too long. */
  #ticks = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(start: () => Worker, patience: Patience = PATIENCE) {
    this.#start = start;
    this.#patience = patience;
  }

  /** Rejects where it was not done. */
  give(order: Omit<Order, 'number'>): Promise<true> {
    const number = this.#orders++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, (why) =>
        why === undefined ? resolve(true) : reject(new Error(why)),
      );
      try {
        this.#worker ??= this.#started();
        this.#worker.postMessage({ ...order, number });
        this.#watch();
      } catch (error) {
        this.#waiting.delete(number);
        reject(error);
      }
    });
  }

  /** Ends the worker once nothing waits for it: the files that it holds open are anyone's then. */
  async letGo(): Promise<void> {
    while (this.#waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #started(): Worker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<OrderAnswer>) => {
      this.#ticks = 0;
      if (data.goesOn) return;
      this.#waiting.get(data.number)?.(data.why);
      this.#waiting.delete(data.number);
    });
    for (const end of ['error', 'messageerror']) {
      worker.addEventListener(end, () => {
        if (this.#worker === worker) this.#end(t`its writer has stopped`);
      });
    }
    return worker;
  }

  #end(why: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const end of waiting) end(why);
  }

  /** From the first order that waits until none does. */
  #watch(): void {
    if (this.#timer !== undefined) return;
    this.#ticks = 0;
    this.#timer = setInterval(() => {
      if (this.#waiting.size > 0 && ++this.#ticks < this.#patience.ticks) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
      if (this.#waiting.size > 0) this.#end(t`its writer does not answer`);
    }, this.#patience.tickMillis);
  }
}

/** What is used here of a file that is open to its writer alone; the page's library lacks it. */
export interface SyncAccess {
  getSize(): number;
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface Lockable extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccess>;
}

/** A page that was just left may hold the file for a moment longer. */
const MOST_TRIES = 40;
const TRY_AGAIN_MILLIS = 50;

/** The file at `path` in the journal's bucket, made where it is not there; in a worker alone. */
export async function accessFile(path: string): Promise<SyncAccess> {
  const names = path.split('/');
  let folder = await journalFolder();
  for (const name of names.slice(0, -1)) {
    folder = await folder?.getDirectoryHandle(name, { create: true });
  }
  if (!folder) throw new Error('this browser has no place for it');
  const file = await folder.getFileHandle(names.at(-1) ?? '', { create: true });
  for (let tries = 1; ; tries++) {
    try {
      return await (file as Lockable).createSyncAccessHandle();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MILLIS));
    }
  }
}
