import { useEffect, useState } from 'react';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { Dialog } from '../kit/dialog/dialog.tsx';
import { KeysHeld } from '../kit/keys/keys-held.tsx';
import { ProblemNote } from '../kit/page/problem-note.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { NewDialog } from './new-dialog.tsx';
import { OptionsDialog } from './options-dialog.tsx';
import { joinedPath, lastPart, parentPath } from '../../kernel/path.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import type { PlaceDialogProps } from './place.ts';
import {
  deleteJob,
  mergeJob,
  releasedWords,
  renameJob,
  sectionThere,
  suspendedIn,
} from './verbs.ts';
import { named } from '../../kernel/named.ts';

/** The dialog of one action on a deck or a section. */
export function PlaceDialog(props: PlaceDialogProps) {
  const { place, context, onClose } = props;
  const { run, decks, counts } = context;
  const engine = useEngine();
  const { kind, path } = place;
  const deckPaths = decks.map((deck) => deck.name).sort();
  const sectionPaths = counts.tags.map(({ name }) => name);
  const existing = kind === 'deck' ? deckPaths : sectionPaths;
  const all = kind === 'deck' ? counts.decks.map(({ name }) => name) : sectionPaths;

  const pathOf = (name: string) => joinedPath(parentPath(path), name);

  switch (props.action) {
    case 'rename':
      return (
        <NameDialog
          title={t`Rename “${named(lastPart(path))}”`}
          doIt={t`Rename`}
          name={lastPart(path)}
          warns={(name) => {
            const there = sectionThere(place, pathOf(name), sectionPaths);
            return there && t`“${named(there)}” is there already: both would be one section.`;
          }}
          onName={(name) => run(renameJob(engine, place, pathOf(name), sectionPaths))}
          onClose={onClose}
        />
      );
    case 'move':
      return (
        <MoveDialog
          path={path}
          paths={all}
          onMove={(to) => run(renameJob(engine, place, to, sectionPaths))}
          onClose={onClose}
        />
      );
    case 'merge':
      return (
        <MergeDialog
          kind={kind}
          path={path}
          cards={props.cards}
          paths={existing}
          onMerge={(into) => run(mergeJob(engine, place, into, decks))}
          onClose={onClose}
        />
      );
    case 'delete':
      return (
        <DeleteDialog
          kind={kind}
          path={path}
          cards={props.cards}
          paths={deckPaths}
          onDelete={(choice) => run(deleteJob(engine, place, choice, decks))}
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

function Release({ place, context, onClose }: PlaceDialogProps) {
  const engine = useEngine();
  const { path } = place;
  const [read, setRead] = useState<Awaited<ReturnType<typeof suspendedIn>>>();
  useEffect(() => {
    let isGone = false;
    void suspendedIn(engine, path).then((found) => !isGone && setRead(found));
    return () => {
      isGone = true;
    };
  }, [engine, path]);
  if (!read) return <KeysHeld />;
  if (!read.ok) {
    return (
      <Dialog title={t`Release “${named(lastPart(path))}”`} onClose={onClose}>
        <ProblemNote problem={read.problem} />
      </Dialog>
    );
  }
  const found = read.value;
  return (
    <ReleaseDialog
      path={path}
      suspended={found.cardIds.length}
      fresh={found.fresh}
      onRelease={(perDay) =>
        context.run({
          doing: t`Releasing ${named(lastPart(path))}`,
          said: releasedWords(found.cardIds.length, perDay),
          work: (watch) => engine.run('releaseCards', found.cardIds, perDay, watch),
        })
      }
      onClose={onClose}
    />
  );
}
