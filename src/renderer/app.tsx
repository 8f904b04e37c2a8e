import { useEffect, useRef, useState } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Problem } from '../domain/problem.ts';
import { undoLast } from '../operations/undo.ts';
import { LoadDeck } from './decks/load-deck.tsx';
import { useDeps } from './deps.tsx';
import { AddScreen } from './editor/note/add-screen.tsx';
import { KeySheet } from './keys/key-sheet.tsx';
import { useCommands } from './keys/use-commands.ts';
import { useKeys } from './keys/use-keys.ts';
import { NoteTypes } from './note-types/note-types.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import { Settings } from './settings/settings.tsx';
import { Today } from './today/today.tsx';
import { Announcer, useAnnounce } from './ui/announcer.tsx';
import { useToggle } from './ui/use-toggle.ts';

/** What went on at the start that Today should tell. */
export interface StartNotes {
  /** Facts that the shipped deck no longer has and that wait for a decision. */
  readonly removedFacts: number;
  readonly deckProblem: Problem | undefined;
}

export function App({ notes }: { readonly notes: StartNotes }) {
  return (
    <Router hook={useHashLocation}>
      <Announcer>
        <Screens notes={notes} />
      </Announcer>
    </Router>
  );
}

function Screens({ notes }: { readonly notes: StartNotes }) {
  const [location, goTo] = useLocation();
  const deps = useDeps();
  const announce = useAnnounce();
  const keySheet = useToggle();
  const [removedFacts, setRemovedFacts] = useState(notes.removedFacts);

  async function undo(): Promise<void> {
    const undone = await undoLast(deps);
    announce(undone.ok ? `Undid: ${undone.value.name}.` : undone.problem.what);
  }

  const isReview = location === '/review';
  useKeys({
    keys: keySheet.open,
    settings: () => goTo('/settings'),
    add: () => goTo('/add'),
    library: () => goTo('/library'),
    today: isReview || location === '/' ? undefined : () => goTo('/'),
    undo: isReview ? undefined : () => void undo(),
  });

  useCommands({
    today: () => goTo('/'),
    begin: () => goTo('/review'),
    add: () => goTo('/add'),
    library: () => goTo('/library'),
    settings: () => goTo('/settings'),
    'open-deck': () => goTo('/deck'),
    keys: keySheet.open,
    undo: isReview ? undefined : () => void undo(),
  });
  useArrival(location);

  return (
    <>
      <Switch>
        <Route path="/review">
          <ReviewScreen onKeys={keySheet.open} />
        </Route>
        <Route path="/add">
          <AddScreen onKeys={keySheet.open} />
        </Route>
        <Route path="/types">
          <NoteTypes />
        </Route>
        <Route path="/settings">
          <Settings />
        </Route>
        <Route path="/deck">
          <LoadDeck />
        </Route>
        <Route path="/deck/shipped">
          <LoadDeck shipped onLoaded={() => setRemovedFacts(0)} />
        </Route>
        <Route>
          <Today notes={{ ...notes, removedFacts }} onKeys={keySheet.open} />
        </Route>
      </Switch>
      {keySheet.isOpen && <KeySheet onClose={keySheet.close} />}
    </>
  );
}

const TITLES: Readonly<Record<string, string>> = {
  '/review': 'Review – Rounds',
  '/add': 'Add – Rounds',
  '/types': 'Note types – Rounds',
  '/settings': 'Settings – Rounds',
  '/deck': 'Decks – Rounds',
  '/deck/shipped': 'Decks – Rounds',
};

/** A new screen has its own title, and keyboard and screen reader begin at its top. */
function useArrival(location: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = TITLES[location] ?? 'Rounds';
    const main = document.querySelector('main');
    if (!isFirst.current && main && location !== '/review' && location !== '/add') {
      main.tabIndex = -1;
      main.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    isFirst.current = false;
  }, [location]);
}
