import { Damage } from '../engine/damage.ts';
import { JournalStanding } from '../engine/journal/journal-standing.ts';
import { keptJournal } from '../engine/journal/kept-journal.ts';
import { ReadOnlyReason } from '../engine/read-only.ts';
import { FOLLOWS, WritingTurn } from '../engine/windows/writing-turn.ts';
import { openingProblem } from '../store/open.ts';
import { roomOf } from '../store/place/room.ts';
import { waitsOf } from '../store/place/waits.ts';
import { isDamage } from '../store/storage-problem.ts';
import { App } from './app.tsx';
import { installDefaultPolicy } from './card/safe/default-policy.ts';
import { readFormulasIn } from './card/maths/maths.ts';
import mathsWorker from './card/maths/maths-worker.ts?worker&url';
import { beginNoting } from './card/undrawn/being-drawn.ts';
import { EngineProvider } from './engine.tsx';
import { SCREENS } from './later.ts';
import { Looking } from './looking.tsx';
import { showTheme } from './preferences.ts';
import { DamageWatch } from './safety/damage-watch.tsx';
import { FollowWatch } from './safety/follow-watch.tsx';
import { JournalWatch } from './safety/journal/journal-watch.tsx';
import { RoomWatch } from './safety/room-watch.tsx';
import { WaitWatch } from './safety/wait-watch.tsx';
import { firstPainting, quietMoment } from './quiet.ts';
import { isAllThere } from './start/put-back/all-there.ts';
import { engineOfPage } from './start/engine-of-page.ts';
import { bringInWhatIsLeft, loadAhead, loadFirstScreen } from './start/loading.ts';
import { openCards } from './start/open-cards.tsx';
import { chooseParts } from './start/parts.ts';
import { container, show, startWaitsFor } from './start/screen.tsx';
import { hasShippedDeck, loadOurDeck, NOTHING_LOADED } from './start/shipped.ts';
import { started } from './start/started.ts';
import { couldNotStart, WAITING } from './start/start-words.ts';
import { drawnOnDisk, StartUnderWay } from './start/under-way.tsx';
import { Part } from './kit/page/part.tsx';
import { StartProblem } from './kit/page/start-problem.tsx';
import './kit/theme.css';
import './kit/base.css';
import './kit/form/forms.css';

/** On its way while the database is opened. */
const firstScreen = loadFirstScreen();
installDefaultPolicy();
showTheme();
readFormulasIn(() => started(mathsWorker));
let underWay: StartUnderWay | undefined;
start().catch(async (error: unknown) => {
  // Its database was closed for a newer program, which is said.
  if (underWay?.isGivenUp) return;
  show(<StartProblem problem={couldNotStart(error)} />);
  // Only once the database was open: before, what is wrong with it is said where it is opened.
  if (!isDamage(error) || !underWay?.store) return;
  const read = openingProblem(error);
  if (!read.ok && (await underWay.isPuttingBackWanted(read.problem))) await underWay.putBack();
});

/** Puts the program together. */
async function start(): Promise<void> {
  if (!isSecureContext) {
    const { NEEDS_HTTPS } = await import('./start/needs-https.ts');
    return show(<StartProblem problem={NEEDS_HTTPS} />);
  }
  const parts = await chooseParts();
  const soFar = new StartUnderWay(parts);
  underWay = soFar;
  startWaitsFor(WAITING.windows);
  await soFar.join();
  startWaitsFor(WAITING.database);
  if (soFar.isGivenUp) return;
  const store = await openCards(soFar);
  if (!store) return;
  soFar.store = store;
  if (soFar.isGivenUp) return store.close();
  const { journal, copies, platform, windows } = parts;
  const writes = soFar.part === 'writes';
  // A browser may ask the person, who may not answer: nothing waits for it.
  const asked = writes ? platform.keepStorage() : Promise.resolve(true);
  const isStorageKept = asked.then((isKept) => isKept || platform.kind === 'desktop');
  if (beginNoting()) await (await drawnOnDisk()).markUndrawn(store);
  const room = roomOf(store);
  if (parts.freeBytes) room.askThrough(parts.freeBytes);
  const standing = new JournalStanding();
  const newKeeper = () => keptJournal(store, journal, standing, () => parts.clock().atMillis);
  const copy = newKeeper();
  soFar.kept = { room, copy };
  if (writes && (await store.device.get('device'))?.replacing) {
    const { finishRestore } = await import('./start/put-back/copies-at-start.tsx');
    await finishRestore(parts, store, copy);
  }
  startWaitsFor(WAITING.journal);
  const there = writes
    ? await isAllThere({ store, journal, copies, folder: platform.folder })
    : 'yes';
  if (there === 'no' || soFar.isGivenUp) return;
  const readOnly = new ReadOnlyReason(FOLLOWS);
  const damage = new Damage();
  const engine = engineOfPage(parts, { store, readOnly, damage });
  const turn = new WritingTurn({
    ...{ windows, store, journal, readOnly, engine },
    newKeeper: () => {
      const copy = newKeeper();
      soFar.kept = { room, copy };
      return copy;
    },
    beginAnew: () => location.reload(),
  });
  soFar.turn = turn;
  if (writes) turn.begin(copy);
  // Its turn may have come while it opened.
  else if (windows.isOurs) await soFar.takeTurn();
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
    const { clock, newId } = parts;
    return lookAtCopy({ clock, newId, platform, room }, asked, watch);
  };
  show(
    <EngineProvider engine={engine}>
      <RoomWatch room={room} />
      <JournalWatch standing={standing} />
      <WaitWatch waits={waitsOf(store)} />
      <DamageWatch
        damage={damage}
        mayPutBack={() => readOnly.because === undefined}
        isInJournal={() => soFar.isInJournal}
        putBack={() => soFar.putBack()}
      />
      <FollowWatch readOnly={readOnly} wish={() => turn.wish()} />
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
    // Its code, too, comes after the first card: loaded before, it was a quarter of that card's wait.
    void firstPainting(container)
      .then(() => copy.catchUp(() => quietMoment(container)))
      .then(async () => {
        if (!engine.readOnlyBecause()) await engine.folderJournal?.begin();
      });
    // What fails is left for the next start; a database that is closed is said by whoever shows it.
    void bringInWhatIsLeft(store).catch(() => {});
  }
  void loadAhead(store);
  // A focus that is lost is no reason to say anything.
  void quietMoment(container)
    .then(async () => (await import('./kit/focus/kept-focus.ts')).keepFocusOnPage())
    .catch(() => {});
}
