import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { NoteId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import { printSearch } from '../../domain/search/print.ts';
import { beginStudy, type Scope } from '../../operations/study.ts';
import { useDeps } from '../deps.tsx';
import { useDecks, useSavedSearches } from '../live.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { JobLine } from './bulk/job-line.tsx';
import { useBulk } from './bulk/use-bulk.tsx';
import { useJob } from './bulk/use-job.ts';
import { LibraryHead } from './library-head.tsx';
import { useLibraryPreferences } from './library-preferences.ts';
import { ListPane } from './list-pane.tsx';
import { Panes } from './panes.tsx';
import { Preview } from './preview/preview.tsx';
import type { SideNode } from './side/side-node.ts';
import { SidePane } from './side/side-pane.tsx';
import { sectionTerm } from './side/side-verbs.ts';
import { useSelection } from './table/use-selection.ts';
import { useLibraryKeys } from './use-library-keys.ts';
import { useListing } from './use-listing.ts';
import { NO_VOCABULARY, useOverview } from './use-overview.ts';
import './library.css';
import './parts/tools.css';

const EditNote = lazy(async () => {
  return { default: (await import('../editor/note/edit-note.tsx')).EditNote };
});

/** The whole collection: search first, table second, preview third. */
export function LibraryScreen(props: { readonly onKeys: () => void }) {
  const deps = useDeps();
  const [, goTo] = useLocation();
  const preferences = useLibraryPreferences();
  const { mode, sort } = preferences;
  const [text, setText] = useState('');
  const [studyProblem, setStudyProblem] = useState<Problem>();
  const [focusTurn, setFocusTurn] = useState(0);
  const [edited, setEdited] = useState<NoteId>();
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const decks = useDecks() ?? [];
  const searches = useSavedSearches() ?? [];
  const overview = useOverview();
  const listing = useListing({ text, mode, sort });
  const { found, rows, idsOf, again } = listing;
  const selection = useSelection(found, listing.text, idsOf);
  const job = useJob(again);
  const cursorRow = found && found.total > 0 ? rows.at(selection.cursor) : undefined;
  const vocabulary = overview?.vocabulary ?? NO_VOCABULARY;
  const bulk = useBulk({
    found,
    chosen: selection.chosen,
    cursorRow,
    at: (place) => rows.at(place),
    idsOf,
    decks,
    vocabulary,
    run: job.run,
    onSearch: search,
  });

  function search(wanted: string): void {
    setText(wanted);
  }
  useEffect(() => input.current?.focus(), []);
  const focusTable = (): void => setFocusTurn((turn) => turn + 1);

  async function study(scope: Scope): Promise<void> {
    const begun = await beginStudy(deps, scope);
    setStudyProblem(begun.ok ? undefined : begun.problem);
    if (begun.ok) goTo('/review');
  }
  async function studyChosen(): Promise<void> {
    const { cardIds } = await bulk.resolve();
    if (cardIds.length > 0) await study({ cardIds, name: 'Chosen cards' });
  }
  async function studySearch(wanted: string, name: string): Promise<void> {
    const cards = await deps.library.find({
      text: wanted,
      mode: 'cards',
      sort: { column: 'due', descending: false },
    });
    if (!cards.ok) return;
    const cardIds = (await deps.library.ids(cards.token)) as Scope['cardIds'] & {};
    await study({ cardIds, name });
  }
  function studyNode({ topic, label }: SideNode): void {
    if (topic.kind === 'deck' && topic.deckId !== undefined) void study({ deckId: topic.deckId });
    else if (topic.kind === 'deck') void studySearch(deckSearch(topic.path), label);
    else if (topic.kind === 'section') void study({ section: topic.path });
    else if (topic.kind === 'saved') void studySearch(topic.search.text, topic.search.name);
  }
  const edit = (): void => {
    if (cursorRow && !cursorRow.isGone) setEdited(cursorRow.noteId);
  };

  useLibraryKeys({
    bulk,
    onFind: () => input.current?.select(),
    onEdit: edit,
    onUndo: job.undo,
  });

  return (
    <div className="library">
      <TopBar onKeys={props.onKeys} />
      <main className="library-main">
        <h1 className="hidden-text">Library</h1>
        <LibraryHead
          text={text}
          onText={setText}
          onLeave={focusTable}
          onStudy={() => void studySearch(text, text)}
          input={input}
          listing={listing}
          vocabulary={vocabulary}
          run={job.run}
        />
        {studyProblem && <ProblemNote problem={studyProblem} />}
        <Panes
          side={(onChosen) =>
            overview && (
              <SidePane
                context={{
                  counts: overview.counts,
                  decks,
                  text,
                  run: job.run,
                  chosenNotes: async () => (await bulk.resolve()).noteIds,
                  onStudy: studyNode,
                }}
                searches={searches}
                onSearch={(wanted) => {
                  search(wanted);
                  onChosen();
                }}
              />
            )
          }
          list={(panes) => (
            <ListPane
              listing={listing}
              selection={selection}
              bulk={bulk}
              focusTurn={focusTurn}
              panes={panes}
              text={text}
              onSearch={search}
              onEdit={edit}
              onStudy={() => void studyChosen()}
            />
          )}
          preview={
            <Preview
              row={cursorRow}
              chosen={bulk.size}
              actions={{
                onEdit: setEdited,
                onSuspend: bulk.toggleSuspend,
                onInfo: () => bulk.open({ kind: 'info' }),
                onTag: (tag) => search(printSearch(sectionTerm(tag))),
              }}
            />
          }
        />
        <JobLine state={job.state} onUndo={job.undo} onDismiss={job.dismiss} />
      </main>
      {bulk.dialog}
      {edited !== undefined && (
        <Suspense>
          <EditNote
            noteId={edited}
            onSaved={() => {
              setEdited(undefined);
              announce('Note saved.');
            }}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

function deckSearch(path: string): string {
  return printSearch({ kind: 'deck', glob: [{ kind: 'text', text: path }] });
}
