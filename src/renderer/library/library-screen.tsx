import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import type { NoteId } from '../../kernel/ids.ts';
import { printSearch } from '../../domain/search/print-query.ts';
import { t } from '../../kernel/texts.ts';
import { useQuery } from '../live.ts';
import { DialogPart } from '../kit/dialog/dialog-part.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { JobLine } from '../jobs/job-line.tsx';
import { useBulk } from './bulk/use-bulk.tsx';
import { useJob } from '../jobs/use-job.ts';
import { LibraryHead } from './library-head.tsx';
import { useLibraryPreferences } from './library-preferences.ts';
import { ListPane } from './list-pane.tsx';
import { Panes } from './panes.tsx';
import { Preview } from './preview/preview.tsx';
import { SidePane } from './side/side-pane.tsx';
import { sectionTerm } from '../places/verbs.ts';
import { useSelection } from './table/use-selection.ts';
import { type FirstLook, useFirstLook } from './use-first-look.ts';
import { useLibraryActions } from './use-library-actions.ts';
import { useListing } from './use-listing.ts';
import { NO_VOCABULARY, useOverview } from '../search/use-overview.ts';
import { useCramFromHere, useStudyFromHere } from './use-study-from-here.ts';
import { comesLater } from '../kit/page/comes-later.tsx';
import './library.css';
import '../kit/menu/tools.css';

const EditNote = comesLater(async () => (await import('../editor/note/edit-note.tsx')).EditNote);

/**
 * The whole collection: search first, table second, preview third; '/library?search=…' begins with
 * a search. The first screenful is read before
 * anything else is asked for, because the index, once begun, keeps the disk busy.
 */
export function LibraryScreen() {
  const { mode } = useLibraryPreferences();
  const first = useFirstLook(mode);
  const isOpen = useRef(false);
  if (first.rows !== undefined) isOpen.current = true;
  return isOpen.current ? (
    <OpenLibrary first={first} />
  ) : (
    <div className="library">
      <main aria-busy="true" />
    </div>
  );
}

function OpenLibrary(props: { readonly first: FirstLook }) {
  const preferences = useLibraryPreferences();
  const { mode, sort } = preferences;
  const asked = new URLSearchParams(useSearch()).get('search') ?? '';
  const [text, setText] = useState(asked);
  // A link or the browser's Back may ask for something else than what was opened with.
  const [lastAsked, setLastAsked] = useState(asked);
  if (lastAsked !== asked) {
    setLastAsked(asked);
    setText(asked);
  }
  const [focusTurn, setFocusTurn] = useState(0);
  const focusDone = useRef(0);
  const [edited, setEdited] = useState<NoteId>();
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const decks = useQuery('decks') ?? [];
  const searches = useQuery('savedSearches') ?? [];
  const overview = useOverview();
  const listing = useListing({ text, mode, sort }, props.first);
  const { found, rows, idsOf, idsAnew, again } = listing;
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
    idsAnew,
    again,
    decks,
    vocabulary,
    run: job.run,
    onSearch: search,
    searchText: listing.text,
  });

  function search(wanted: string): void {
    // Whoever goes on writing stays where they write.
    focusDone.current = focusTurn;
    setText(wanted);
  }
  useEffect(() => input.current?.focus(), []);
  const focusTable = (): void => setFocusTurn((turn) => turn + 1);

  const study = useStudyFromHere(bulk);
  const cram = useCramFromHere(bulk);
  const problem = study.problem ?? cram.problem;
  const edit = (): void => {
    if (cursorRow && !cursorRow.isGone) setEdited(cursorRow.noteId);
  };

  useLibraryActions({
    bulk,
    onFind: () => input.current?.select(),
    onSearch: search,
    onEdit: edit,
    onUndo: job.undo,
    onRedo: job.redo,
  });

  return (
    <div className="library">
      <main className="library-main">
        <h1 className="hidden-text">{t`Library`}</h1>
        <LibraryHead
          text={text}
          onText={search}
          onLeave={focusTable}
          onStudy={() => study.search(text, text)}
          onCram={() => cram.search(text, text)}
          input={input}
          listing={listing}
          vocabulary={vocabulary}
          run={job.run}
        />
        {problem && <ProblemNote problem={problem} />}
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
                  onStudy: study.node,
                  onCram: cram.node,
                }}
                searches={searches}
                searchCounts={overview.searchCounts}
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
              focusTurn={{ turn: focusTurn, done: focusDone }}
              panes={panes}
              text={text}
              onSearch={search}
              onEdit={edit}
              onStudy={study.chosen}
              onCram={cram.chosen}
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
        <JobLine state={job.state} onStop={job.stop} onUndo={job.undo} onDismiss={job.dismiss} />
      </main>
      {bulk.dialog}
      {edited !== undefined && (
        <DialogPart>
          <EditNote
            noteId={edited}
            onSaved={() => {
              setEdited(undefined);
              announce(t`Note saved.`);
            }}
            onClose={() => setEdited(undefined)}
          />
        </DialogPart>
      )}
    </div>
  );
}
