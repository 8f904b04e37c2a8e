import {
  loadFirstCardCommands,
  loadLaterCommands,
  loadSoonCommands,
} from '../engine/commands/table.ts';
import { createEngine } from '../engine/engine.ts';
import {
  loadCardQueries,
  loadLaterLive,
  loadLaterQueries,
  loadSoonQueries,
  loadTodayQueries,
} from '../engine/queries/table.ts';
import { connectLibrary, connectPlanner, connectWriter } from '../engine/workers/connect.ts';
import { type KeptJournal, keptJournal } from '../engine/journal/kept-journal.ts';
import { keptFolder } from '../engine/journal/folder/kept-folder.ts';
import { missingIn } from '../engine/journal/recovery/missing-in.ts';
import { Damage } from '../engine/damage.ts';
import { ReadOnlyReason } from '../engine/read-only.ts';
import { FOLLOWS, WritingTurn } from '../engine/windows/writing-turn.ts';
import exportWorker from '../engine/export/export-worker.ts?worker&url';
import libraryWorker from '../engine/workers/library-worker.ts?worker&url';
import importWorker from '../engine/workers/import-worker.ts?worker&url';
import planWorker from '../engine/workers/plan-worker.ts?worker&url';
import writeWorker from '../engine/workers/write-worker.ts?worker&url';
import copiesWorker from '../platform/copies/copies-worker.ts?worker&url';
import { copiesLater } from '../platform/copies/copies-later.ts';
import { createWebPlatform } from '../platform/web.ts';
import { createWebWindows } from '../platform/windows/web-windows.ts';
import { ONLY_WINDOW } from '../platform/windows/windows.ts';
import journalWorker from '../platform/journal/journal-worker.ts?worker&url';
import { createWebJournal } from '../platform/journal/web-journal.ts';
import { openDatabase, openingProblem } from '../store/open.ts';
import { type DatabasePlace, ownPlace } from '../store/place/place.ts';
import { type DiskRoom, roomOf } from '../store/place/room.ts';
import { waitsOf } from '../store/place/waits.ts';
import { type RoundsDatabase, SCHEMA_VERSION } from '../store/schema.ts';
import { isDamage } from '../store/storage-problem.ts';
import type { Problem } from '../kernel/problem.ts';
import { App } from './app.tsx';
import { installDefaultPolicy } from './card/safe/default-policy.ts';
import { readFormulasIn } from './card/maths/maths.ts';
import mathsWorker from './card/maths/maths-worker.ts?worker&url';
import { markUnfinished } from './card/undrawn/being-drawn.ts';
import { EngineProvider } from './engine.tsx';
import { LAST, LATER, SCREENS } from './later.ts';
import { loadAllLater } from './kit/page/comes-later.tsx';
import { Looking } from './looking.tsx';
import { showTheme } from './preferences.ts';
import { DamageWatch } from './safety/damage-watch.tsx';
import { FollowWatch } from './safety/follow-watch.tsx';
import { RoomWatch } from './safety/room-watch.tsx';
import { WaitWatch } from './safety/wait-watch.tsx';
import { inQuietMoments, quietMoment } from './quiet.ts';
import type { Kept } from './start/putting-back.tsx';
import { container, show, startAnew, startWaitsFor } from './start/screen.tsx';
import { untilOpenElsewhere } from './start/open-elsewhere.tsx';
import { hasShippedDeck, loadOurDeck, NOTHING_LOADED } from './start/shipped.ts';
import { started } from './start/started.ts';
import {
  COPYING,
  couldNotStart,
  DOING,
  REPLACING,
  UPGRADING,
  WAITING,
} from './start/start-words.ts';
import { Part } from './kit/page/part.tsx';
import { Starting } from './kit/page/starting.tsx';
import { StartProblem } from './kit/page/start-problem.tsx';
import './kit/theme.css';
import './kit/base.css';
import './kit/form/forms.css';

/** The two screens that a day begins with, each with what it asks and does: a file of its own. */
const TODAY = [SCREENS.today.load, loadTodayQueries];
const REVIEW = [SCREENS.review.load, loadFirstCardCommands, loadCardQueries];
/** On its way while the database is opened; what cannot come says so in its place. */
const firstScreen = Promise.allSettled(
  (location.hash === '#/review' ? REVIEW : TODAY).map((load) => load()),
);
installDefaultPolicy();
showTheme();
readFormulasIn(() => started(mathsWorker));
/** Once the database is open: what a start does where it turns out to be damaged. */
let whenDamaged: ((problem: Problem) => Promise<void>) | undefined;
start().catch(async (error: unknown) => {
  show(<StartProblem problem={couldNotStart(error)} />);
  if (!isDamage(error)) return;
  const read = openingProblem(error);
  if (!read.ok) await whenDamaged?.(read.problem);
});

/** Puts the program together: the only place where its parts are chosen. */
async function start(): Promise<void> {
  if (!isSecureContext) {
    const { NEEDS_HTTPS } = await import('./start/needs-https.ts');
    return show(<StartProblem problem={NEEDS_HTTPS} />);
  }
  const { desktop } = window;
  // The browser's page does without it.
  const electron = desktop && (await import('../platform/electron.ts'));
  const journal = electron
    ? electron.mainJournal(desktop)
    : createWebJournal(() => started(journalWorker));
  const copies = copiesLater(async () => {
    const { createWebCopies } = await import('../platform/copies/web-copies.ts');
    return createWebCopies(() => started(copiesWorker));
  });
  const platform = electron
    ? electron.createElectronPlatform(desktop, journal, copies)
    : createWebPlatform(journal, copies);
  const clock = () => ({ atMillis: Date.now(), utcOffsetMinutes: -new Date().getTimezoneOffset() });
  const newId = () => crypto.randomUUID();
  const windows = desktop ? ONLY_WINDOW : createWebWindows(SCHEMA_VERSION);
  let turn: WritingTurn | undefined;
  let db: RoundsDatabase | undefined;
  let known: { readonly room: DiskRoom; readonly copy: KeptJournal } | undefined;
  const standing = () => ({
    isDiskFull: known?.room.left === 'aborted' ? ('likely' as const) : !hasRoom(known?.room),
    isInJournal: known !== undefined && known.copy.problem === undefined,
  });
  let isGivenUp = false;
  const putBack = async (isOpen = true) => {
    const { putAside } = await puttingBack();
    const made = await putAside(newId, isOpen && db && known ? { store: db, ...known } : undefined);
    if (made.ok) startAnew();
    else show(<StartProblem problem={made.problem} />);
  };
  const sayClosed = async (why: 'newer-version' | 'closed-by-browser') => {
    const { closedInWords } = await safety();
    const known = { why, ...standing() };
    const isOffered = why === 'closed-by-browser' && known.isInJournal && !known.isDiskFull;
    const way = { name: 'Put the cards back', go: () => void putBack(false) };
    show(<StartProblem problem={closedInWords(known)} {...(isOffered && { way })} />);
  };
  const takeTurn = async () => {
    const isAside = db && (await (await puttingBack()).isPutAside(db).catch(() => false));
    if (isAside) location.reload();
    else await turn?.take();
  };
  startWaitsFor(WAITING.windows);
  let part = await windows.join({
    // Where this window has not opened yet, its start goes on by itself.
    onOurs: () => void takeTurn(),
    onHandOver: async () => turn?.give(),
    onNewer: async () => {
      await turn?.give();
      isGivenUp = true;
      db?.close();
      await sayClosed('newer-version');
    },
    onTold: (told) => turn?.hear(told),
  });
  if (part === 'follows') part = await untilOpenElsewhere(windows);
  const open = (place: DatabasePlace) =>
    openDatabase(
      () => crypto.randomUUID(),
      (why) => {
        if (isGivenUp) return;
        windows.leave();
        const say = () => sayClosed(why);
        void say();
        // The write that was refused may be heard of after the closing that it led to.
        known?.room.onChange(() => void say());
        void known?.room.look();
      },
      place,
      (doing, done, total) => show(<Starting doing={DOING[doing]} {...{ done, total }} />),
      {
        follows: part === 'follows',
        workOut: async (place, watch) => (await puttingBack()).workOut(place, watch),
        beforeUpgrade: async (older) => {
          show(<Starting doing={COPYING} done={0} total={0} />);
          const { copyBeforeUpgrade } = await import('../engine/copies/before-upgrade.ts');
          // Where none can be made the cards are opened all the same: an upgrade is done whole or not at all.
          await copyBeforeUpgrade(older, copies, clock()).catch(() => undefined);
          show(<Starting doing={UPGRADING} done={0} total={0} />);
        },
      },
    );
  startWaitsFor(WAITING.database);
  let opened = await open(await ownPlace());
  const writes = part === 'writes';
  const wants = async (problem: Problem) =>
    writes && (await (await puttingBack()).isPuttingBackWanted(problem, journal, copies));
  if (!opened.ok && opened.isUnreadable && (await wants(opened.problem))) {
    const { rememberPutAside } = await puttingBack();
    rememberPutAside(await ownPlace(), Date.now());
    opened = await open(await ownPlace({ isNew: true }));
  }
  if (!opened.ok) {
    show(<StartProblem problem={opened.problem} />);
    return;
  }
  // A browser may ask the person, who may not answer: nothing waits for it.
  const asked = writes ? platform.keepStorage() : Promise.resolve(true);
  const isStorageKept = asked.then((isKept) => isKept || platform.kind === 'desktop');
  // Where a card ended the program, the same screen would again. What another window draws is its own.
  const undrawn = writes ? markUnfinished() : [];
  if (undrawn.length > 0) history.replaceState(null, '', '#/');
  const store = opened.value;
  db = store;
  whenDamaged = async (problem) => {
    if (await wants(problem)) await putBack();
  };
  const room = roomOf(store);
  if (electron) room.askThrough(electron.freeBytesOf(desktop));
  const copy = keptJournal(store, journal);
  known = { room, copy };
  if (writes && (await store.device.get('device'))?.replacing) {
    const { finishReplacing } = await import('../engine/copies/replace.ts');
    // What fails here is put back from the journal below.
    await finishReplacing({ store, copies, journal, keeper: copy, newId }, (done, total) => {
      show(<Starting doing={REPLACING} {...{ done, total }} />);
      return true;
    }).catch(() => undefined);
  }
  startWaitsFor(WAITING.journal);
  const there = writes
    ? await isAllThere({ store, journal, copies, folder: platform.folder })
    : 'yes';
  if (there === 'no') return;
  const readOnly = new ReadOnlyReason(FOLLOWS);
  const damage = new Damage();
  const { folder } = platform;
  const nowMillis = () => clock().atMillis;
  const folderJournal = folder && keptFolder({ store, folder, journal, nowMillis });
  const engine = createEngine({
    ...(folderJournal && { folderJournal }),
    putBack: async (missing, watch) =>
      (await puttingBack()).putBack({ store, journal, copies, folder }, missing, watch),
    store,
    readOnly,
    damage,
    clock,
    newId,
    platform,
    library: connectLibrary({ store, clock, readOnly, start: () => started(libraryWorker) }),
    planner: connectPlanner({ store, clock, start: () => started(planWorker) }),
    writer: connectWriter({ store, start: () => started(writeWorker) }),
    startImporter: () => started(importWorker),
    startExporter: () => started(exportWorker),
  });
  const writingTurn = new WritingTurn({
    ...{ windows, store, journal, readOnly, engine },
    newKeeper: () => {
      const copy = keptJournal(store, journal);
      known = { room, copy };
      return copy;
    },
    beginAnew: () => location.reload(),
  });
  turn = writingTurn;
  if (writes) writingTurn.begin(copy);
  // Its turn may have come while it opened.
  else if (windows.isOurs) await takeTurn();
  // A deck that is there already is only compared, and that can wait until Today is shown.
  const isThere = !writes || (await hasShippedDeck(engine));
  const when = isThere ? quietMoment(container) : Promise.resolve();
  const notes = when.then(() =>
    engine.readOnlyBecause() ? NOTHING_LOADED : loadOurDeck(engine, there === 'last step put back'),
  );
  startWaitsFor(WAITING.deck);
  if (!isThere) await notes;
  await firstScreen;
  const look: Parameters<typeof Looking>[0]['open'] = async (asked, watch) => {
    const { lookAtCopy } = await import('./start/look-at-copy.ts');
    return lookAtCopy({ clock, newId, platform, room }, asked, watch);
  };
  show(
    <EngineProvider engine={engine}>
      <RoomWatch room={room} />
      <WaitWatch waits={waitsOf(store)} />
      <DamageWatch
        damage={damage}
        mayPutBack={() => readOnly.because === undefined}
        isInJournal={() => standing().isInJournal}
        putBack={() => putBack()}
      />
      <FollowWatch readOnly={readOnly} wish={() => writingTurn.wish()} />
      {import.meta.env.PROD && (
        <Part>
          <SCREENS.versionLine isWeb={platform.kind === 'web'} />
        </Part>
      )}
      <Looking open={look}>
        <App notes={notes} isStorageKept={isStorageKept} />
      </Looking>
    </EngineProvider>,
  );
  if (writes) {
    void copy
      .catchUp(() => quietMoment(container))
      .then(async () => {
        if (!engine.readOnlyBecause()) await folderJournal?.begin();
      });
  }
  // What windows that are gone have left: half-written notes, and looks at copies.
  if (writes) {
    const bringIn = async () => {
      const { bringInDrafts } = await import('../store/device/drafts.ts');
      await bringInDrafts(store);
      const { deleteLooks } = await import('../store/place/look-place.ts');
      await deleteLooks();
    };
    // What fails is left for the next start; a database that is closed is said by whoever shows it.
    void quietMoment(container)
      .then(bringIn)
      .catch(() => {});
  }
  void loadAhead();
}

/** What a card, a key or a click may want next is there before it does. */
async function loadAhead(): Promise<void> {
  const soon = [...REVIEW, ...TODAY, loadSoonCommands, loadSoonQueries];
  const later = [loadLaterCommands, loadLaterQueries, loadLaterLive, ...LATER];
  await inQuietMoments(container, [...soon, ...later]);
  await loadAllLater(() => quietMoment(container));
  await inQuietMoments(container, LAST);
}

/** Whether the database has all that the journal has; what it lacks is put back first. */
async function isAllThere(kept: Kept): Promise<'yes' | 'last step put back' | 'no'> {
  const compared = await missingIn(kept.store, kept.journal, kept.copies, kept.folder);
  // A journal that cannot be read is completed or named later: the database is what is studied.
  if (!compared.ok && hasJournalPlace() && (await kept.store.operations.count()) === 0)
    return (await (await puttingBack()).isBegunWithout(compared.problem)) ? 'yes' : 'no';
  if (!compared.ok || !compared.value) return 'yes';
  return (await puttingBack()).putBackMissing(kept, compared.value);
}

/** A browser without storage buckets has no journal, and its first start is one like any other. */
function hasJournalPlace(): boolean {
  return window.desktop !== undefined || 'storageBuckets' in navigator;
}

/** Most starts have nothing to put back. */
const puttingBack = () => import('./start/putting-back.tsx');

/** Loaded in a quiet moment, so that it is there when the disk gives nothing any more. */
const safety = () => import('./safety/safety.ts');
function hasRoom(room: DiskRoom | undefined): boolean {
  return room === undefined || room.left === 'enough';
}
