import type { KeptJournal } from '../../engine/journal/kept-journal.ts';
import type { WritingTurn } from '../../engine/windows/writing-turn.ts';
import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { WindowPart } from '../../platform/windows/windows.ts';
import type { DiskRoom } from '../../store/place/room.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { StartProblem } from '../kit/page/start-problem.tsx';
import { untilOpenElsewhere } from './open-elsewhere.tsx';
import type { Parts } from './parts.ts';
import { show, startAnew } from './screen.tsx';

/** Most starts have nothing to put back. */
export const puttingBack = () => import('./put-back/putting-back.tsx');
/** Asked by few starts, and of use once a card was drawn. */
export const drawnOnDisk = () => import('./put-back/drawn-on-disk.ts');
/** Loaded in a quiet moment, so that it is there when the disk gives nothing any more. */
export const safety = () => import('../safety/safety.ts');

const LOOK_AGAIN_MILLIS = [500, 2000, 6000];

/**
 * How far a start has come, for what may happen in its middle and as long as the window is open: its
 * database is closed under it, is found to be damaged, another window wants to write.
 */
export class StartUnderWay {
  readonly parts: Parts;
  part: WindowPart = 'follows';
  store: RoundsDatabase | undefined;
  kept: { readonly room: DiskRoom; readonly copy: KeptJournal } | undefined;
  turn: WritingTurn | undefined;
  /** A window of a newer Rounds has the cards: nothing of this start goes on. */
  isGivenUp = false;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Finds this window's part beside the others; returns once it may open the database. */
  async join(): Promise<void> {
    const { windows } = this.parts;
    const part = await windows.join({
      // Where this window has not opened yet, its start goes on by itself.
      onOurs: () => void this.takeTurn(),
      onHandOver: async () => this.turn?.give(),
      onNewer: async () => {
        this.isGivenUp = true;
        try {
          await this.turn?.give();
        } finally {
          this.store?.close();
          await this.sayClosed('newer-version');
        }
      },
      onTold: (told) => this.turn?.hear(told),
    });
    this.part = part === 'follows' ? await untilOpenElsewhere(windows) : part;
  }

  async takeTurn(): Promise<void> {
    const { store } = this;
    const isAside = store && (await (await puttingBack()).isPutAside(store).catch(() => false));
    if (isAside) location.reload();
    else await this.turn?.take();
  }

  get isInJournal(): boolean {
    return this.kept !== undefined && this.kept.copy.problem === undefined;
  }

  /** The browser closed the database, or another window needs it closed: said until the end. */
  closed(why: 'newer-version' | 'closed-by-browser'): void {
    if (this.isGivenUp) return;
    this.parts.windows.leave();
    const say = () => void this.sayClosed(why);
    say();
    // The write that was refused may be heard of after the closing that it led to.
    this.kept?.room.onChange(say);
    void this.kept?.room.look();
    // Where all is deleted, the database is the first to go, and the journal may follow.
    for (const millis of LOOK_AGAIN_MILLIS) setTimeout(say, millis);
  }

  /** The database cannot be read: whether there is something to put back, and the person wants it. */
  async isPuttingBackWanted(problem: Problem): Promise<boolean> {
    const { journal, copies } = this.parts;
    if (this.part === 'follows') return false;
    return (await puttingBack()).isPuttingBackWanted(problem, journal, copies);
  }

  /** What is there is put aside, and the program begins anew with what journal and copies have. */
  async putBack(isOpen = true): Promise<void> {
    const { store, kept } = this;
    const { putAside } = await puttingBack();
    const open = isOpen && store && kept ? { store, ...kept } : undefined;
    const made = await putAside(this.parts.newId, open);
    if (made.ok) startAnew();
    else show(<StartProblem problem={made.problem} />);
  }

  private async sayClosed(why: 'newer-version' | 'closed-by-browser'): Promise<void> {
    const { whatClosed } = await safety();
    const { isInJournal, kept, parts } = this;
    const { problem, isOffered } = await whatClosed(
      why,
      kept?.room.left,
      isInJournal && parts.journal,
    );
    const way = { name: t`Put the cards back`, go: () => void this.putBack(false) };
    show(<StartProblem problem={problem} {...(isOffered && { way })} />, this.isGivenUp);
  }
}
