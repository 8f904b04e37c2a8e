import { ownClientId } from './own-client-id.ts';
import {
  ONLY_WINDOW,
  type WindowPart,
  type WindowEvents,
  type Windows,
  type WishAnswer,
} from './windows.ts';

/** Held by the one window that writes. */
const WRITER_LOCK = 'rounds-only-instance';
/** Held by the one that was promised to write next: whoever else has its turn first gives it back. */
const HEIR_LOCK = 'rounds-next-to-write';
const CHANNEL = 'rounds-windows';
const WROTE = 'rounds-wrote';
const LOCK_WAIT_MILLIS = 800;
/** A window that writes and is alive says so at once. */
const ANSWER_MILLIS = 4000;

type Said =
  | { readonly is: 'hello'; readonly version: number }
  | { readonly is: 'ready' }
  | { readonly is: 'wish'; readonly from: string }
  | { readonly is: 'heard'; readonly to: string }
  | { readonly is: 'told'; readonly told: unknown };

/**
 * Windows and tabs of one browser. Who writes holds a lock of the browser's, which is given on when
 * that window goes, however it dies. `version`: of the database's schema.
 */
export function createWebWindows(version: number): Windows {
  // Without Web Locks nobody can be asked.
  return 'locks' in navigator ? new WebWindows(version) : ONLY_WINDOW;
}

class WebWindows implements Windows {
  readonly #version: number;
  readonly #id = crypto.randomUUID();
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #heard = new Set<(said: Said) => void>();
  /** Noted when a page is left: a tab that is doubled meanwhile has the same memory, and did not write. */
  readonly wroteBefore = sessionStorage.getItem(WROTE) !== null;
  #events: WindowEvents | undefined;
  #isOurs = false;
  /** Everything is open here. */
  #isReady = false;
  #isHeir = false;
  #hasFollowers = false;
  /** Settles when this window has its turn. */
  #turn: Promise<void> = Promise.resolve();
  #waiting = new AbortController();
  #release: () => void = () => {};
  #hasLeft = false;
  #endWish: () => void = () => {};

  constructor(version: number) {
    this.#version = version;
    sessionStorage.removeItem(WROTE);
    globalThis.addEventListener('pagehide', () => {
      if (this.#isOurs) sessionStorage.setItem(WROTE, 'yes');
    });
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Said>) => this.#hear(data));
  }

  /**
   * One request waits for the lock, and only a look at the whole list, in which that request still
   * waits behind another's hold, is a no: twice, because on a reload the page before may not be gone
   * yet. A grant that this page has not heard of is no reason to refuse, however slow the machine.
   */
  async join(events: WindowEvents): Promise<WindowPart> {
    this.#events = events;
    this.#queue();
    const granted = this.#turn.then(() => true as const);
    // A newer program's window begins where no older one writes to the same cards.
    this.#say({ is: 'hello', version: this.#version });
    const clientId = await ownClientId();
    let seenWaiting = 0;
    while (seenWaiting < 2) {
      if (await Promise.race([granted, after(LOCK_WAIT_MILLIS)])) return 'writes';
      const { pending = [] } = await navigator.locks.query();
      const isWaiting = pending.some(
        (lock) => lock.name === WRITER_LOCK && lock.clientId === clientId,
      );
      // Neither heard of nor waiting: it is on its way, or about to be asked for again (an heir's turn);
      // or a newer program came, which is said, and nothing of this start goes on.
      if (isWaiting) seenWaiting++;
    }
    void this.#takeTurn();
    return 'follows';
  }

  get isOurs(): boolean {
    return this.#isOurs;
  }

  ready(): void {
    this.#isReady = this.#isOurs;
    if (this.#isReady) this.#say({ is: 'ready' });
  }

  async untilReady(): Promise<'ready' | 'ours'> {
    let stop = (): void => {};
    const ready = new Promise<'ready'>((resolve) => {
      stop = this.#listen(({ is }) => is === 'ready' && resolve('ready'));
    });
    this.#say({ is: 'hello', version: this.#version });
    return Promise.race([ready, this.#turn.then(() => 'ours' as const)]).finally(stop);
  }

  async wish(): Promise<WishAnswer> {
    if (this.#isOurs) return 'ours';
    return navigator.locks.request(HEIR_LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return 'another';
      this.#isHeir = true;
      let stop = (): void => {};
      const heard = new Promise<true>((resolve) => {
        stop = this.#listen((said) => {
          if (said.is === 'heard' && said.to === this.#id) resolve(true);
        });
      });
      try {
        this.#say({ is: 'wish', from: this.#id });
        const ours = new Promise<boolean>((resolve) => {
          void this.#turn.then(() => resolve(true));
          // To a newer program's window: then no turn comes.
          this.#endWish = () => resolve(false);
        });
        if (!(await Promise.race([heard, ours, after(ANSWER_MILLIS)]))) return 'no answer';
        // What is being written there is finished first, however long that takes.
        return (await ours) ? 'ours' : 'no answer';
      } finally {
        stop();
        this.#isHeir = false;
      }
    });
  }

  tell(told: unknown): void {
    if (this.#isOurs && this.#hasFollowers) this.#say({ is: 'told', told });
  }

  leave(): void {
    this.#hasLeft = true;
    this.#endWish();
    this.#channel.close();
    this.#waiting.abort();
    this.#isOurs = false;
    this.#release();
  }

  #say(said: Said): void {
    try {
      this.#channel.postMessage(said);
    } catch {
      // Left already.
    }
  }

  #listen(listener: (said: Said) => void): () => void {
    this.#heard.add(listener);
    return () => this.#heard.delete(listener);
  }

  #hear(said: Said): void {
    for (const listener of this.#heard) listener(said);
    if (said.is === 'told') this.#events?.onTold(said.told);
    else if (said.is === 'wish' && this.#isReady) void this.#handOver(said.from);
    else if (said.is === 'hello') {
      if (said.version > this.#version) void this.#giveWay();
      else if (this.#isReady) {
        this.#hasFollowers = true;
        this.#say({ is: 'ready' });
      } else this.#hasFollowers = true;
    }
  }

  async #handOver(to: string): Promise<void> {
    this.#isReady = false;
    this.#say({ is: 'heard', to });
    // A fault in what is done here before must not keep the turn for ever.
    await this.#events?.onHandOver().catch(console.error);
    // To a newer program meanwhile.
    if (this.#hasLeft) return;
    const release = this.#release;
    this.#isOurs = false;
    this.#queue();
    void this.#takeTurn();
    release();
  }

  /** To a newer program: what it makes of the cards must not be written to by this one. */
  async #giveWay(): Promise<void> {
    this.#isReady = false;
    this.#waiting.abort();
    await this.#events?.onNewer().catch(console.error);
    this.leave();
  }

  async #takeTurn(): Promise<void> {
    await this.#turn;
    this.#events?.onOurs();
  }

  /** Waits for the lock behind all others; `#turn` settles when this window has it. */
  #queue(): void {
    const waiting = new AbortController();
    this.#waiting = waiting;
    this.#turn = new Promise((resolve) => {
      const request = (): void => {
        navigator.locks
          .request(WRITER_LOCK, { signal: waiting.signal }, async () => {
            // Granted when it was too late: another window may have it.
            if (waiting.signal.aborted) return;
            if (!this.#isHeir && (await isHeirWaiting())) {
              setTimeout(request);
              return;
            }
            this.#isOurs = true;
            const released = new Promise<void>((release) => {
              this.#release = release;
            });
            resolve();
            await released;
          })
          .catch(() => {});
      };
      request();
    });
  }
}

/** Whether another window was promised to write, and still waits for it. */
async function isHeirWaiting(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const heir = held.find(({ name }) => name === HEIR_LOCK)?.clientId;
  return pending.some(({ name, clientId }) => name === WRITER_LOCK && clientId === heir);
}

function after(millis: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), millis));
}
