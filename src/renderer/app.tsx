import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import type { Problem } from '../kernel/problem.ts';
import { useAtHand } from './actions/use-at-hand.ts';
import { useNativeMenu } from './actions/use-native-menu.ts';
import { ReviewScreen } from './review/review-screen.tsx';
import { Today } from './today/today.tsx';
import { Announcer } from './kit/page/announcer.tsx';
import { Part } from './kit/page/part.tsx';
import { outOfAddress } from './kit/text/in-address.ts';
import { ScreenGuard } from './kit/page/screen-guard.tsx';
import { useToggle } from './kit/hooks/use-toggle.ts';
import { KeySheet } from './actions/key-sheet.tsx';
import { Steps, useTurnStep } from './steps/steps.tsx';
import { SCREENS } from './later.ts';
import { quietMoment } from './quiet.ts';
import { useHashPath } from './use-hash-path.ts';

// Apart from the daily review, which is there at once, screens are loaded when they are opened. The
// key sheet is no screen: were it not there yet, the next key would go to what is below it.
const AddScreen = lazy(async () => ({ default: (await SCREENS.add()).AddScreen }));
const LibraryScreen = lazy(async () => ({ default: (await SCREENS.library()).LibraryScreen }));
const ExamsScreen = lazy(async () => ({ default: (await SCREENS.exams()).ExamsScreen }));
const ExamScreen = lazy(async () => ({ default: (await SCREENS.exam()).ExamScreen }));
const ExamEditor = lazy(async () => ({ default: (await SCREENS.examEditor()).ExamEditor }));
const InsightsScreen = lazy(async () => ({ default: (await SCREENS.insights()).InsightsScreen }));
const MediaScreen = lazy(async () => ({ default: (await SCREENS.media()).MediaScreen }));
const AdviceScreen = lazy(async () => ({ default: (await SCREENS.advice()).AdviceScreen }));
const Settings = lazy(async () => ({ default: (await SCREENS.settings()).Settings }));
const LoadDeck = lazy(async () => ({ default: (await SCREENS.decks()).LoadDeck }));
const ImportScreen = lazy(async () => ({ default: (await SCREENS.import()).ImportScreen }));
const FileDoor = lazy(async () => {
  await quietMoment(document.body);
  try {
    return { default: (await import('./door/file-door.tsx')).FileDoor };
  } catch {
    // Nobody has asked for it yet; the import's own page says where a part is missing.
    return { default: () => false as const };
  }
});
const ExportEverything = lazy(async () => ({
  default: (await SCREENS.exportAll()).ExportEverything,
}));
const NoteTypes = lazy(async () => ({ default: (await SCREENS.noteTypes()).NoteTypes }));

/** What went on at the start that Today should tell. */
export interface StartNotes {
  /** One step was in the journal and not in the database yet. */
  readonly isLastStepPutBack: boolean;
  /** Facts that the shipped deck no longer has and that wait for a decision. */
  readonly removedFacts: number;
  readonly deckProblem: Problem | undefined;
  /** The browser has promised to keep the cards. */
  readonly isStorageKept: boolean;
}

const NOTHING_TO_TELL: StartNotes = {
  isLastStepPutBack: false,
  removedFacts: 0,
  deckProblem: undefined,
  isStorageKept: true,
};

export function App(props: { readonly notes: Promise<StartNotes> }) {
  const [notes, setNotes] = useState(NOTHING_TO_TELL);
  useEffect(() => {
    void props.notes.then(setNotes);
  }, [props.notes]);
  return (
    <Router hook={useHashPath}>
      <Announcer>
        <Steps>
          <Screens notes={notes} />
        </Steps>
      </Announcer>
    </Router>
  );
}

function Screens({ notes }: { readonly notes: StartNotes }) {
  const [location, goTo] = useLocation();
  const turnStep = useTurnStep();
  const keySheet = useToggle();
  const exporting = useToggle();
  const [isDecided, setDecided] = useState(false);
  const removedFacts = isDecided ? 0 : notes.removedFacts;

  // These show by themselves what was taken back.
  const undoesItself = location === '/review' || location === '/library';
  useAtHand(
    {
      goTo,
      showKeys: keySheet.open,
      exportNotes: exporting.open,
      leave: location === '/' ? undefined : () => goTo('/'),
      undo: undoesItself ? undefined : () => void turnStep('undo'),
      redo: undoesItself ? undefined : () => void turnStep('redo'),
    },
    'behind',
  );
  useNativeMenu();
  useArrival(location);

  return (
    <>
      <ScreenGuard place={location}>
        <Suspense>
          <Switch>
            <Route path="/review">
              <ReviewScreen onKeys={keySheet.open} />
            </Route>
            <Route path="/add">
              <AddScreen onKeys={keySheet.open} />
            </Route>
            <Route path="/library">
              <LibraryScreen onKeys={keySheet.open} />
            </Route>
            <Route path="/exams">
              <ExamsScreen onKeys={keySheet.open} />
            </Route>
            <Route path="/exams/new">
              <ExamEditor onKeys={keySheet.open} />
            </Route>
            <Route path="/exams/:id">
              {({ id }) => <ExamScreen id={outOfAddress(id)} onKeys={keySheet.open} />}
            </Route>
            <Route path="/exams/:id/edit">
              {({ id }) => <ExamEditor id={outOfAddress(id)} onKeys={keySheet.open} />}
            </Route>
            <Route path="/insights">
              <InsightsScreen onKeys={keySheet.open} />
            </Route>
            <Route path="/advice">
              <AdviceScreen />
            </Route>
            <Route path="/types">
              <NoteTypes />
            </Route>
            <Route path="/media">
              <MediaScreen onKeys={keySheet.open} />
            </Route>
            <Route path="/import">
              <ImportScreen onKeys={keySheet.open} />
            </Route>
            <Route path="/settings">
              <Settings />
            </Route>
            <Route path="/deck">
              <LoadDeck />
            </Route>
            <Route path="/deck/shipped">
              <LoadDeck shipped onLoaded={() => setDecided(true)} />
            </Route>
            <Route>
              <Today notes={{ ...notes, removedFacts }} onKeys={keySheet.open} />
            </Route>
          </Switch>
        </Suspense>
      </ScreenGuard>
      <Part>
        <FileDoor />
      </Part>
      {keySheet.isOpen && <KeySheet onClose={keySheet.close} />}
      {exporting.isOpen && (
        <Part>
          <ExportEverything onClose={exporting.close} />
        </Part>
      )}
    </>
  );
}

const TITLES: Readonly<Record<string, string>> = {
  '/review': 'Review',
  '/add': 'Add',
  '/library': 'Library',
  '/exams': 'Exams',
  '/exams/new': 'New exam',
  '/insights': 'Insights',
  '/advice': 'Advice on cards',
  '/types': 'Note types',
  '/media': 'Media',
  '/import': 'Import',
  '/settings': 'Settings',
  '/deck': 'Decks',
  '/deck/shipped': 'Decks',
};

/** Screens that put the focus themselves where one begins. */
const SELF_FOCUSED: ReadonlySet<string> = new Set(['/review', '/add', '/library', '/import']);

/** A new screen has its own title, and keyboard and screen reader begin at its top. */
function useArrival(location: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    const title = TITLES[location] ?? (location.startsWith('/exams/') ? 'Exam' : undefined);
    document.title = title === undefined ? 'Rounds' : `${title} – Rounds`;
    const isArrival = !isFirst.current && !SELF_FOCUSED.has(location);
    isFirst.current = false;
    if (!isArrival || arrive()) return;
    // The screen is still being loaded.
    const watch = new MutationObserver(() => {
      if (arrive()) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [location]);
}

/** Puts the focus at the top of the screen; false while there is none. */
function arrive(): boolean {
  const main = document.querySelector('main');
  if (!main) return false;
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
  return true;
}
