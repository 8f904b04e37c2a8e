import type { FolderJournal, FolderParts, FolderStanding } from './folder-journal.ts';

export type { FolderStanding };

/** The journal in the folder of the person's own, while this window writes. */
export interface KeptFolder {
  /** undefined: no folder is chosen, or it has not been looked at yet. */
  readonly standing: FolderStanding | undefined;
  onChange(listener: () => void): () => void;
  /** From now on every operation goes there, too; what is not there yet follows. */
  begin(): Promise<void>;
  /** Writes nothing more there: another window does. */
  end(): void;
  /** Another folder was chosen, or this one allowed again. */
  lookAnew(): Promise<void>;
  catchUp(): Promise<void>;
}

/** Its code comes when it begins: no start waits for it, and where it cannot be loaded it is missing. */
export function keptFolder(parts: FolderParts): KeptFolder {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let own: FolderJournal | undefined;
  let isWanted = false;
  let beginning: Promise<unknown> | undefined;
  return {
    get standing() {
      return own?.standing;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async begin() {
      isWanted = true;
      const loading = import('./folder-journal.ts').catch(() => undefined);
      beginning = loading;
      const loaded = await loading;
      if (!loaded || !isWanted || own) return;
      own = new loaded.FolderJournal(parts);
      own.onChange(tell);
      await own.catchUp();
    },
    end() {
      isWanted = false;
      own?.end();
      own = undefined;
      tell();
    },
    async lookAnew() {
      // Chosen while the code was on its way.
      await beginning;
      await own?.lookAnew();
    },
    catchUp: async () => own?.catchUp(),
  };
}
