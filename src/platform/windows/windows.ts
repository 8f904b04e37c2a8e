/** What a window does among all those on the same cards: one writes, the others follow. */
export type WindowPart = 'writes' | 'follows';

/** What came of a wish to write. */
export type WishAnswer =
  | 'ours'
  /** The window that writes does not answer: it is starting, at a standstill, or of an older Rounds. */
  | 'no answer'
  /** Another window is just taking over. */
  | 'another';

/** What the windows tell each other, through the one that runs here. */
export interface WindowEvents {
  /** This window has its turn to write, after it followed. */
  readonly onOurs: () => void;
  /** Another window wants to write: settles when nothing is being written here any more. */
  readonly onHandOver: () => Promise<void>;
  /** A window of a newer Rounds is there: settles when nothing is written and nothing is open here. */
  readonly onNewer: () => Promise<void>;
  /** The window that writes has changed something. */
  readonly onTold: (told: unknown) => void;
}

/** All windows and tabs on the same cards. */
export interface Windows {
  /** This window's part at its start. It writes for as long as it lives, or until it is asked. */
  join(events: WindowEvents): Promise<WindowPart>;
  /** This window has its turn to write. */
  readonly isOurs: boolean;
  /** This page was loaded anew where it wrote before: it goes on writing. */
  readonly wroteBefore: boolean;
  /** Said once everything is open here, and whenever someone asks: others may open it too. */
  ready(): void;
  /** 'ready': another window writes and all is open there. 'ours': none does, and this one has its turn. */
  untilReady(): Promise<'ready' | 'ours'>;
  /** Asks the window that writes to let this one write. */
  wish(): Promise<WishAnswer>;
  /** Tells those that follow; nothing is sent where none has ever been. */
  tell(told: unknown): void;
  /** This window takes no part any more: it does not write, and does not wait for its turn. */
  leave(): void;
}

/** The only window there can be, as in the desktop shell: main opens no second one. */
export const ONLY_WINDOW: Windows = {
  join: async () => 'writes',
  isOurs: true,
  wroteBefore: true,
  ready: () => {},
  untilReady: async () => 'ours',
  wish: async () => 'ours',
  tell: () => {},
  leave: () => {},
};
