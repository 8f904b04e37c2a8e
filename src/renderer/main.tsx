import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadLaterCommands, loadSoonCommands } from '../engine/commands/table.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { loadLaterQueries, loadSoonQueries } from '../engine/queries/table.ts';
import { connectLibrary, connectPlanner, connectWriter } from '../engine/workers/connect.ts';
import { readEnds } from '../engine/journal/ends.ts';
import { type KeptJournal, keptJournal } from '../engine/journal/kept-journal.ts';
import { letBeLost, type Missing, missingIn } from '../engine/journal/missing.ts';
import type { Recovered } from '../engine/journal/recover.ts';
import type { Deps } from '../engine/deps.ts';
import type { OpenLook } from '../engine/look/open-look.ts';
import lookWorker from '../engine/workers/look-worker.ts?worker&url';
import libraryWorker from '../engine/workers/library-worker.ts?worker&url';
import planWorker from '../engine/workers/plan-worker.ts?worker&url';
import recoveryWorker from '../engine/workers/recovery-worker.ts?worker&url';
import writeWorker from '../engine/workers/write-worker.ts?worker&url';
import { createElectronPlatform, freeBytesOf, mainJournal } from '../platform/electron.ts';
import { registerServiceWorker } from '../platform/service-worker.ts';
import { trustedScriptUrl } from '../platform/trusted-script.ts';
import copiesWorker from '../platform/copies/copies-worker.ts?worker&url';
import { createWebCopies } from '../platform/copies/web-copies.ts';
import { createWebPlatform, untilOthersGo } from '../platform/web.ts';
import type { CopiesPlace } from '../platform/copies/copies-place.ts';
import type { JournalFiles } from '../platform/journal/journal-files.ts';
import journalWorker from '../platform/journal/journal-worker.ts?worker&url';
import { createWebJournal } from '../platform/journal/web-journal.ts';
import { openDatabase } from '../store/open.ts';
import { type DatabasePlace, ownPlace } from '../store/place/place.ts';
import { deleteLook } from '../store/place/look-place.ts';
import { type DiskRoom, roomOf } from '../store/place/room.ts';
import { keepSecondCopy } from '../store/place/second-copy.ts';
import type { RoundsDatabase } from '../store/schema.ts';
import type { Problem, Result } from '../kernel/problem.ts';
import type { Watch } from '../kernel/watch.ts';
import { App, type StartNotes } from './app.tsx';
import { installDefaultPolicy } from './card/safe/default-policy.ts';
import { readFormulasIn } from './card/maths/maths.ts';
import mathsWorker from './card/maths/maths-worker.ts?worker&url';
import { markUnfinished } from './card/undrawn/being-drawn.ts';
import { EngineProvider } from './engine.tsx';
import { LATER } from './later.ts';
import { Looking } from './looking.tsx';
import { showTheme } from './preferences.ts';
import { RoomWatch } from './safety/room-watch.tsx';
import { inQuietMoments, quietMoment } from './quiet.ts';
import { SHIPPED_EDITION, shippedDeck } from './shipped-deck.ts';
import { Starting } from './kit/page/starting.tsx';
import { StartProblem } from './kit/page/start-problem.tsx';
import './kit/theme.css';
import './kit/base.css';
import './kit/form/forms.css';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const root = createRoot(container);
/** A start that shows nothing for so long says what it does. */
const QUICK_START_MILLIS = 1000;
const slow = setTimeout(() => {
  root.render(<Starting doing="Your cards are being opened" done={0} total={0} />);
}, QUICK_START_MILLIS);
installDefaultPolicy();
showTheme();
readFormulasIn(() => started(mathsWorker));
start(container).catch((error: unknown) => {
  show(<StartProblem problem={couldNotStart(error)} />);
});

function show(screen: ReactNode): void {
  clearTimeout(slow);
  root.render(screen);
}

/** Puts the program together: the only place where its parts are chosen. */
async function start(container: HTMLElement): Promise<void> {
  const journal = window.desktop
    ? mainJournal(window.desktop)
    : createWebJournal(() => started(journalWorker));
  const copies = createWebCopies(() => started(copiesWorker));
  const platform = window.desktop
    ? createElectronPlatform(window.desktop, journal, copies)
    : createWebPlatform(journal, copies);
  if (platform.kind === 'web' && import.meta.env.PROD) void registerServiceWorker();
  if (!(await platform.claimOnlyInstance())) {
    show(<StartProblem problem={ALREADY_OPEN} />);
    await untilOthersGo();
    location.reload();
    return;
  }
  const clock = () => ({ atMillis: Date.now(), utcOffsetMinutes: -new Date().getTimezoneOffset() });
  const newId = () => crypto.randomUUID();
  const open = (place: DatabasePlace) =>
    openDatabase(
      () => crypto.randomUUID(),
      (why) => {
        const say = async () => {
          const { closedInWords } = await safety();
          show(<StartProblem problem={closedInWords({ why, ...standing() })} />);
        };
        void say();
        // The write that was refused may be heard of after the closing that it led to.
        known?.room.onChange(() => void say());
        void known?.room.look();
      },
      place,
      (doing, done, total) => show(<Starting doing={DOING[doing]} {...{ done, total }} />),
      async (older) => {
        show(<Starting doing={COPYING} done={0} total={0} />);
        const { copyBeforeUpgrade } = await import('../engine/copies/before-upgrade.ts');
        // Where none can be made the cards are opened all the same: an upgrade is done whole or not at all.
        await copyBeforeUpgrade(older, copies, clock()).catch(() => undefined);
        show(<Starting doing={UPGRADING} done={0} total={0} />);
      },
    );
  let known: { readonly room: DiskRoom; readonly copy: KeptJournal } | undefined;
  const standing = () => ({
    isDiskFull: known?.room.left === 'aborted' ? ('likely' as const) : !hasRoom(known?.room),
    isInJournal: known !== undefined && known.copy.problem === undefined,
  });
  let opened = await open(await ownPlace());
  if (!opened.ok && opened.isUnreadable && (await isWanted(opened.problem, journal, copies))) {
    opened = await open(await ownPlace({ isNew: true }));
  }
  if (!opened.ok) {
    show(<StartProblem problem={opened.problem} />);
    return;
  }
  const isStorageKept = platform.keepStorage();
  // Where a card ended the program, the same screen would again.
  const undrawn = markUnfinished();
  if (undrawn.length > 0) history.replaceState(null, '', '#/');
  const store = opened.value;
  const room = roomOf(store);
  if (window.desktop) room.askThrough(freeBytesOf(window.desktop));
  const copy = keptJournal(store, journal);
  known = { room, copy };
  if ((await store.device.get('device'))?.replacing) {
    const { finishReplacing } = await import('../engine/copies/replace.ts');
    // What fails here is put back from the journal below.
    await finishReplacing({ store, copies, journal, keeper: copy, newId }, (done, total) => {
      show(<Starting doing={REPLACING} {...{ done, total }} />);
      return true;
    }).catch(() => undefined);
  }
  const there = await isAllThere(store, journal, copies);
  if (there === 'no') return;
  keepSecondCopy(store, copy);
  const engine = createEngine({
    store,
    clock,
    newId,
    platform,
    library: connectLibrary({ store, clock, start: () => started(libraryWorker) }),
    planner: connectPlanner({ store, clock, start: () => started(planWorker) }),
    writer: connectWriter({ store, start: () => started(writeWorker) }),
  });
  // A deck that is there already is only compared, and that can wait until Today is shown.
  const isThere = await hasShippedDeck(engine);
  const when = isThere ? quietMoment(container) : Promise.resolve();
  const notes = when.then(async () => ({
    ...(await loadShippedDeck(engine, there === 'last step put back')),
    isStorageKept: platform.kind === 'desktop' || (await isStorageKept),
  }));
  if (!isThere) await notes;
  show(
    <EngineProvider engine={engine}>
      <RoomWatch room={room} />
      <Looking open={(content, watch) => look({ clock, newId, platform, room }, content, watch)}>
        <App notes={notes} />
      </Looking>
    </EngineProvider>,
  );
  void quietMoment(container).then(() => copy.catchUp());
  // What a look at a copy has left where it was killed.
  void quietMoment(container).then(() => deleteLook());
  void inQuietMoments(container, [
    loadSoonCommands,
    loadSoonQueries,
    loadLaterCommands,
    loadLaterQueries,
    ...LATER,
  ]);
}

/** Opens a copy to be looked at, where the disk has room for it once more. */
async function look(
  { room, ...deps }: Pick<Deps, 'clock' | 'newId' | 'platform'> & { readonly room: DiskRoom },
  content: Blob,
  watch: Watch,
): Promise<Result<OpenLook>> {
  const problem = await room.problem();
  if (problem) return { ok: false, problem };
  const { openLook } = await import('../engine/look/open-look.ts');
  const workers = {
    build: () => started(lookWorker),
    library: () => started(libraryWorker),
    planner: () => started(planWorker),
    writer: () => started(writeWorker),
  };
  return openLook(deps, content, workers, watch);
}

/** Loaded in a quiet moment, so that it is there when the disk gives nothing any more. */
const safety = () => import('./safety/safety.ts');
function hasRoom(room: DiskRoom | undefined): boolean {
  return room === undefined || room.left === 'enough';
}

/** The database cannot be read: whether journal or copies have steps, and the person wants those. */
async function isWanted(
  problem: Problem,
  journal: JournalFiles,
  copies: CopiesPlace,
): Promise<boolean> {
  const ends = await readEnds(journal);
  const isInJournal = ends.ok && ends.value.size > 0;
  const listed = isInJournal ? undefined : await copies.list();
  if (listed && (!listed.ok || listed.value.length === 0)) return false;
  const where = isInJournal ? 'the journal' : 'the newest copy';
  const kept = `${isInJournal ? 'The journal has your steps' : 'There are copies of your collection'}. What cannot be read stays where it is.`;
  const todo = `Put the cards back from ${where}; this takes a moment for a large collection.`;
  return new Promise((resolve) => {
    show(
      <StartProblem
        problem={{ ...problem, kept, todo }}
        way={{ name: 'Put the cards back', go: () => resolve(true) }}
      />,
    );
  });
}

/**
 * Whether the database has all that the journal has. Where it lacks something, that is said, put
 * back and reported, before any other screen; the program starts anew from there. A single step was
 * under way when the window closed: it is done, and Today tells.
 */
async function isAllThere(
  store: RoundsDatabase,
  journal: JournalFiles,
  copies: CopiesPlace,
): Promise<'yes' | 'last step put back' | 'no'> {
  const compared = await missingIn(store, journal, copies);
  // A journal that cannot be read is completed or named later: the database is what is studied.
  if (!compared.ok || !compared.value) return 'yes';
  const missing = compared.value;
  if (missing.operations === 1 && !missing.isFromCopies) {
    const { recover } = await import('../engine/journal/recover.ts');
    // What fails here fails again below, where it is said.
    const outcome = await recover(store, journal, missing).catch(() => undefined);
    // Of a first start that was cut short, when the deck of Rounds was loaded, there is nothing to tell.
    const isTold = !missing.isAll;
    if (outcome?.ok && outcome.value.lost.length === 0)
      return isTold ? 'last step put back' : 'yes';
  }
  const { Recovery } = await import('./recovery/recovery.tsx');
  show(
    <Recovery
      missing={missing}
      putBack={(watch) => putBack({ store, journal, copies }, missing, watch)}
      onGoOn={() => void letBeLost(store, missing).finally(startAnew)}
      onTryAgain={startAnew}
    />,
  );
  return 'no';
}

/** The three in which steps are. */
interface Kept {
  readonly store: RoundsDatabase;
  readonly journal: JournalFiles;
  readonly copies: CopiesPlace;
}

/** In a worker where that reaches the journal: main's files are reached from the page alone. */
async function putBack(
  { store, journal, copies }: Kept,
  missing: Missing,
  watch: Watch,
): Promise<Result<Recovered>> {
  if (window.desktop) {
    const { recover } = await import('../engine/journal/recover.ts');
    return recover(store, journal, missing, watch, copies);
  }
  const { recoverBeside } = await import('../engine/workers/connect-recovery.ts');
  return recoverBeside(store.place, missing, () => started(recoveryWorker), watch);
}

function startAnew(): void {
  location.hash = '';
  location.reload();
}

/** Whether the deck that comes with Rounds is stored, in this edition. */
async function hasShippedDeck(engine: Engine): Promise<boolean> {
  const decks = await engine.ask('decks');
  return decks.ok && decks.value.some(({ edition }) => edition === SHIPPED_EDITION);
}

async function loadShippedDeck(
  engine: Engine,
  isLastStepPutBack: boolean,
): Promise<Omit<StartNotes, 'isStorageKept'>> {
  const text = await shippedDeck().catch(() => undefined);
  // As with any part of the program that cannot be loaded now: at the next start it is tried again.
  if (text === undefined) return { isLastStepPutBack, removedFacts: 0, deckProblem: undefined };
  const shipped = await engine.run('loadShippedDeck', text);
  return {
    isLastStepPutBack,
    removedFacts: shipped.ok ? shipped.value : 0,
    deckProblem: shipped.ok ? undefined : shipped.problem,
  };
}

function started(worker: string): Worker {
  return new Worker(trustedScriptUrl(worker), { type: 'module' });
}

function couldNotStart(error: unknown) {
  return {
    what: `Rounds could not start (${error instanceof Error ? error.message : String(error)}).`,
    kept: 'Everything saved before is kept.',
    todo: 'Check that the disk has space, then try again.',
  };
}

const COPYING = 'A copy is made before your cards are brought to this version of Rounds';
const UPGRADING = 'Your cards are brought to this version of Rounds';
const REPLACING = 'Your collection is being restored from its copy';
const DOING = {
  carrying: 'Your cards are carried to a safer place',
  'working-out': 'Your cards are worked out anew from what you did',
} as const;
const ALREADY_OPEN = {
  what: 'Rounds is already open in another window or tab.',
  kept: 'Your cards are safe there; nothing was opened twice.',
  todo: 'Go on in the other window; when it is closed, this one goes on by itself.',
};
