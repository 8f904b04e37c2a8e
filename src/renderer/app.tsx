import { Suspense, useEffect, useRef, useState } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import type { Problem } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import { useAtHand } from './actions/use-at-hand.ts';
import { useNativeMenu } from './actions/use-native-menu.ts';
import { Announcer } from './kit/page/announcer.tsx';
import { DialogPart } from './kit/dialog/dialog-part.tsx';
import { KeysHeld } from './kit/keys/keys-held.tsx';
import { Part } from './kit/page/part.tsx';
import { outOfAddress } from './kit/text/in-address.ts';
import { ScreenGuard } from './kit/page/screen-guard.tsx';
import { TopBar } from './kit/page/top-bar.tsx';
import { useToggle } from './kit/hooks/use-toggle.ts';
import { FindSheet, type SheetName } from './actions/sheet/find-sheet.tsx';
import { SCREENS } from './later.ts';
import { Steps, useTurnStep } from './steps/steps.tsx';
import { useHashPath } from './use-hash-path.ts';

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

export function App(props: {
  readonly notes: Promise<Omit<StartNotes, 'isStorageKept'>>;
  /** Whether the browser has promised to keep the cards: it may not answer for long. */
  readonly isStorageKept: Promise<boolean>;
}) {
  const [notes, setNotes] = useState(NOTHING_TO_TELL);
  useEffect(() => {
    const tell = (more: Partial<StartNotes>) => setNotes((known) => ({ ...known, ...more }));
    void props.notes.then(tell);
    void props.isStorageKept.then((isStorageKept) => tell({ isStorageKept }));
  }, [props.notes, props.isStorageKept]);
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
  const [sheet, setSheet] = useState<SheetName>();
  const showKeys = (): void => setSheet('keys');
  const exporting = useToggle();
  const [isDecided, setDecided] = useState(false);
  const removedFacts = isDecided ? 0 : notes.removedFacts;

  // These show by themselves what was taken back.
  const undoesItself = location === '/review' || location === '/library';
  useAtHand(
    {
      goTo,
      showKeys,
      showPalette: () => setSheet('palette'),
      showHelp: () => goTo(`/help?about=${location}`),
      // Today knows what the day asks for.
      begin: location === '/review' ? undefined : () => goTo('/?begin'),
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
      {/* A card at hand has the window to itself. */}
      {location !== '/review' && <TopBar onKeys={showKeys} />}
      <ScreenGuard place={location}>
        <Suspense>
          <Switch>
            <Route path="/review">
              <SCREENS.review />
            </Route>
            <Route path="/add">
              <Suspense fallback={<KeysHeld />}>
                <SCREENS.add />
              </Suspense>
            </Route>
            <Route path="/library">
              <Suspense fallback={<KeysHeld />}>
                <SCREENS.library />
              </Suspense>
            </Route>
            <Route path="/exams">
              <SCREENS.exams />
            </Route>
            <Route path="/exams/new">
              <SCREENS.examEditor />
            </Route>
            <Route path="/exams/:id">{({ id }) => <SCREENS.exam id={outOfAddress(id)} />}</Route>
            <Route path="/exams/:id/edit">
              {({ id }) => <SCREENS.examEditor id={outOfAddress(id)} />}
            </Route>
            <Route path="/insights/*?">
              <SCREENS.insights />
            </Route>
            <Route path="/advice">
              <SCREENS.advice />
            </Route>
            <Route path="/types">
              <SCREENS.noteTypes />
            </Route>
            <Route path="/media">
              <SCREENS.media />
            </Route>
            <Route path="/import">
              <SCREENS.import />
            </Route>
            <Route path="/settings">
              <SCREENS.settings />
            </Route>
            <Route path="/deck">
              <SCREENS.loadDeck />
            </Route>
            <Route path="/deck/shipped">
              <SCREENS.loadDeck shipped onLoaded={() => setDecided(true)} />
            </Route>
            <Route path="/help/:slug?">{({ slug }) => <SCREENS.help slug={slug} />}</Route>
            <Route path="/">
              <SCREENS.today notes={{ ...notes, removedFacts }} />
            </Route>
            <Route>
              <SCREENS.noSuchPlace path={location} />
            </Route>
          </Switch>
        </Suspense>
      </ScreenGuard>
      <Part>
        <SCREENS.fileDoor />
      </Part>
      {sheet && <FindSheet key={sheet} of={sheet} onClose={() => setSheet(undefined)} />}
      {exporting.isOpen && (
        <DialogPart>
          <SCREENS.exportEverything onClose={exporting.close} />
        </DialogPart>
      )}
    </>
  );
}

/** What the window is called on each screen, before the program's own name. */
const TITLES: Readonly<Record<string, string>> = {
  '/review': t`Review`,
  '/add': t`Add`,
  '/library': t`Library`,
  '/exams': t`Exams`,
  '/exams/new': t`New exam`,
  '/insights': t`Insights`,
  '/insights/simulator': t`Simulator`,
  '/advice': t`Advice on cards`,
  '/types': t`Note types`,
  '/media': t`Media`,
  '/import': t`Import`,
  '/settings': t`Settings`,
  '/deck': t`Decks`,
  '/deck/shipped': t`Decks`,
};

/** Screens that put the focus themselves where one begins. */
const SELF_FOCUSED: ReadonlySet<string> = new Set(['/review', '/add', '/library', '/import']);

/** A new screen has its own title, and keyboard and screen reader begin at its top. */
function useArrival(location: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    const isInHelp = location.startsWith('/help');
    const name =
      TITLES[location] ??
      (isInHelp ? t`Help` : location.startsWith('/exams/') ? t`Exam` : t`No such place`);
    document.title = location === '/' ? 'Rounds' : `${name} – Rounds`;
    const isArrival = !isFirst.current && !SELF_FOCUSED.has(location) && !isInHelp;
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
