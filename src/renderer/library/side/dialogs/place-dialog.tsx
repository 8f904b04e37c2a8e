import { useEffect, useState } from 'react';
import type { CardId } from '../../../../kernel/ids.ts';
import { releaseCards } from '../../../../engine/commands/cards.ts';
import { useDeps } from '../../../deps.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { NewDialog } from './new-dialog.tsx';
import { OptionsDialog } from './options-dialog.tsx';
import { joinedPath, lastPart, parentPath } from '../../../kit/text/paths.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import type { SideDialogProps } from './side-dialog.tsx';
import {
  deleteJob,
  mergeJob,
  type Place,
  releasedWords,
  renameJob,
  suspendedIn,
} from '../side-verbs.ts';

/** The dialog of one action on a deck or a section. */
export function PlaceDialog(props: SideDialogProps & { readonly place: Place }) {
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
          cards={props.node.count ?? 0}
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
