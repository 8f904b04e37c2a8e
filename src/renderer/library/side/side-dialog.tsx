import { useEffect, useState } from 'react';
import type { CardId, NoteId } from '../../../domain/ids.ts';
import { releaseCards } from '../../../operations/cards.ts';
import { createDeck } from '../../../operations/decks.ts';
import { tagNotes } from '../../../operations/notes.ts';
import { deleteSearch, saveSearch } from '../../../operations/searches.ts';
import { useDeps } from '../../deps.tsx';
import { count } from '../../ui/format.ts';
import { Confirm } from '../parts/confirm.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { NodeAction } from './node-menu.ts';
import { OptionsDialog } from './options-dialog.tsx';
import { joinedPath, lastPart, parentPath } from './paths.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import type { SideNode } from './side-node.ts';
import {
  deleteJob,
  mergeJob,
  type Place,
  releasedWords,
  renameJob,
  suspendedIn,
} from './side-verbs.ts';
import type { SideContext } from './use-side-actions.tsx';

interface SideDialogProps {
  readonly node: SideNode;
  readonly action: NodeAction;
  readonly context: SideContext;
  readonly onClose: () => void;
}

/** The dialog of one action on one row of the side tree. */
export function SideDialog(props: SideDialogProps) {
  const { topic } = props.node;
  switch (topic.kind) {
    case 'deck':
    case 'section':
      return <PlaceDialog {...props} place={{ kind: topic.kind, path: topic.path }} />;
    case 'top':
      return <NewDialog {...props} place={{ kind: topic.of, path: '' }} />;
    case 'saved':
      return <SearchDialog {...props} />;
    default:
      return null;
  }
}

function PlaceDialog(props: SideDialogProps & { readonly place: Place }) {
  const { place, context, onClose } = props;
  const { run, decks, counts } = context;
  const deps = useDeps();
  const { kind, path } = place;
  const deckPaths = decks.map((deck) => deck.name).sort();
  const sectionPaths = counts.tags.map(({ name }) => name);
  const existing = kind === 'deck' ? deckPaths : sectionPaths;
  const all = kind === 'deck' ? counts.decks.map(({ name }) => name) : sectionPaths;

  switch (props.action) {
    case 'rename':
      return (
        <NameDialog
          title={`Rename “${lastPart(path)}”`}
          doIt="Rename"
          name={lastPart(path)}
          onName={(name) => run(renameJob(deps, place, joinedPath(parentPath(path), name)))}
          onClose={onClose}
        />
      );
    case 'move':
      return (
        <MoveDialog
          path={path}
          paths={all}
          onMove={(to) => run(renameJob(deps, place, to))}
          onClose={onClose}
        />
      );
    case 'merge':
      return (
        <MergeDialog
          kind={kind}
          path={path}
          paths={existing}
          onMerge={(into) => run(mergeJob(deps, place, into, decks))}
          onClose={onClose}
        />
      );
    case 'delete':
      return (
        <DeleteDialog
          kind={kind}
          path={path}
          cards={props.node.count ?? 0}
          paths={deckPaths}
          onDelete={(choice) => run(deleteJob(deps, deps.library, place, choice, decks))}
          onClose={onClose}
        />
      );
    case 'release':
      return <Release {...props} />;
    case 'options':
      return <OptionsDialog path={path} decks={decks} run={run} onClose={onClose} />;
    default:
      return <NewDialog {...props} />;
  }
}

/** A new deck stands by itself; a section is there as soon as a note has it. */
function NewDialog(props: SideDialogProps & { readonly place: Place }) {
  const { place, context, onClose } = props;
  const deps = useDeps();
  const [noteIds, setNoteIds] = useState<readonly NoteId[]>();
  const { chosenNotes } = context;
  useEffect(() => {
    if (place.kind === 'section') void chosenNotes().then(setNoteIds);
  }, [place.kind, chosenNotes]);
  const within = place.path === '' ? '' : ` in “${lastPart(place.path)}”`;

  if (place.kind === 'deck') {
    return (
      <NameDialog
        title={`New deck${within}`}
        doIt="Create"
        help="“::” between names makes decks inside decks."
        onName={(name) => {
          const path = joinedPath(place.path, name);
          context.run({
            doing: `Creating ${path}`,
            said: `Deck “${path}” created.`,
            work: () => createDeck(deps, path),
          });
        }}
        onClose={onClose}
      />
    );
  }
  if (noteIds === undefined) return null;
  if (noteIds.length === 0) {
    return (
      <Confirm
        title={`New section${within}`}
        doIt="All right"
        isQuestion
        onDo={onClose}
        onClose={onClose}
      >
        <p>A section is there as soon as a note has it.</p>
        <p>Choose the notes that belong in it in the table, then come back here.</p>
      </Confirm>
    );
  }
  const notes = count(noteIds.length, 'note');
  return (
    <NameDialog
      title={`New section${within}`}
      doIt={`Add ${notes} to it`}
      help={`The ${notes} chosen in the table ${noteIds.length === 1 ? 'gets' : 'get'} it.`}
      onName={(name) => {
        const path = joinedPath(place.path, name);
        context.run({
          doing: `Adding ${notes} to ${path}`,
          said: `${notes} now in “${path}”.`,
          work: (onProgress) => tagNotes(deps, noteIds, { add: [path] }, onProgress),
        });
      }}
      onClose={onClose}
    />
  );
}

function Release({ node, context, onClose }: SideDialogProps) {
  const deps = useDeps();
  const { library } = deps;
  const path = node.topic.kind === 'section' ? node.topic.path : '';
  const [found, setFound] = useState<{ cardIds: readonly CardId[]; fresh: number }>();
  useEffect(() => {
    void suspendedIn(library, path).then(setFound);
  }, [library, path]);
  if (!found) return null;
  return (
    <ReleaseDialog
      path={path}
      suspended={found.cardIds.length}
      fresh={found.fresh}
      onRelease={(perDay) =>
        context.run({
          doing: `Releasing ${lastPart(path)}`,
          said: releasedWords(found.cardIds.length, perDay),
          work: (onProgress) => releaseCards(deps, found.cardIds, perDay, onProgress),
        })
      }
      onClose={onClose}
    />
  );
}

function SearchDialog({ node, action, context, onClose }: SideDialogProps) {
  const deps = useDeps();
  if (node.topic.kind !== 'saved') return null;
  const { search } = node.topic;
  if (action === 'rename') {
    return (
      <NameDialog
        title="Rename the saved search"
        doIt="Rename"
        name={search.name}
        onName={(name) =>
          context.run({
            doing: 'Renaming the search',
            said: `The search is now called “${name}”.`,
            work: () => saveSearch(deps, { ...search, name }),
          })
        }
        onClose={onClose}
      />
    );
  }
  const isDelete = action === 'delete';
  return (
    <Confirm
      title={isDelete ? 'Delete the saved search' : 'Replace the saved search'}
      doIt={isDelete ? 'Delete' : 'Replace'}
      isQuestion
      onDo={() => {
        onClose();
        context.run({
          doing: isDelete ? 'Deleting the search' : 'Saving the search',
          said: isDelete ? `“${search.name}” deleted.` : `“${search.name}” is the new search now.`,
          work: () =>
            isDelete
              ? deleteSearch(deps, search.id)
              : saveSearch(deps, { ...search, text: context.text }),
        });
      }}
      onClose={onClose}
    >
      <p>
        {isDelete ? (
          <>“{search.name}” goes; the cards it finds stay as they are.</>
        ) : (
          <>
            “{search.name}” finds from now on what you search for at present:{' '}
            <code>{context.text || 'all cards'}</code>
          </>
        )}
      </p>
    </Confirm>
  );
}
