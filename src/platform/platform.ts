import type { Result } from '../kernel/problem.ts';
import type { CopiesPlace } from './copies/copies-place.ts';
import type { ChosenFolder } from './folder/chosen-folder.ts';
import type { JournalFiles } from './journal/journal-files.ts';
import type { MenuCommand } from './native-menu.ts';

/**
 * What differs between the desktop shell and the web shell, and nothing else. At most nine
 * members, so that the shell stays thin.
 */
export interface Platform {
  readonly kind: 'web' | 'desktop';

  /**
   * Files that the person opens with Rounds from the system's file manager, those that wait already
   * among them; a problem where one cannot be read. Returns the way to stop listening.
   */
  onFilesOpened(listener: (opened: Result<readonly File[]>) => void): () => void;

  /**
   * Lets the person save `text` as UTF-8. true: written (in the web shell: handed to the browser's
   * downloads); false: the person chose not to; a problem where the disk refused.
   */
  saveTextFile(suggestedName: string, text: string): Promise<Result<boolean>>;

  /** Asks the browser not to evict the cards when the disk is short. Never rejects. */
  keepStorage(): Promise<boolean>;

  /** Commands of the native menu; the web shell has none. Returns the way to stop listening. */
  onCommand(listener: (command: MenuCommand) => void): () => void;

  /** The copy of every operation outside the database; undefined where the shell has no place for it. */
  readonly journal: JournalFiles | undefined;

  /** Whole copies of the collection; undefined where the shell has no place for them. */
  readonly copies: CopiesPlace | undefined;

  /** A folder of the person's own for copies; absent where the shell lets none be chosen. */
  readonly folder?: ChosenFolder | undefined;

  /** Opens an https address outside the program; any other address is ignored. */
  openExternal(url: string): Promise<void>;
}
