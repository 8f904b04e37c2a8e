import { useEffect, useState } from 'react';
import type { NoteId } from '../../kernel/ids.ts';
import { joinedPath, lastPart } from '../../kernel/path.ts';
import { plural, t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { KeysHeld } from '../kit/keys/keys-held.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { PlaceDialogProps } from './place.ts';
import { named } from '../../kernel/named.ts';

/** A new deck stands by itself; a section is there as soon as a note has it. */
export function NewDialog(props: Pick<PlaceDialogProps, 'place' | 'context' | 'onClose'>) {
  const { place, context, onClose } = props;
  const engine = useEngine();
  const [noteIds, setNoteIds] = useState<readonly NoteId[]>();
  const { chosenNotes } = context;
  useEffect(() => {
    if (place.kind !== 'section') return;
    let isGone = false;
    void chosenNotes().then((chosen) => !isGone && setNoteIds(chosen));
    return () => {
      isGone = true;
    };
  }, [place.kind, chosenNotes]);
  const within = place.path === '' ? '' : ` in “${named(lastPart(place.path))}”`;

  if (place.kind === 'deck') {
    return (
      <NameDialog
        title={t`New deck${within}`}
        doIt={t`Create`}
        help={t`“::” between names makes decks inside decks.`}
        onName={(name) => {
          const path = joinedPath(place.path, name);
          context.run({
            doing: t`Creating ${named(path)}`,
            said: t`Deck “${named(path)}” created.`,
            work: () => engine.run('createDeck', path),
          });
        }}
        onClose={onClose}
      />
    );
  }
  if (noteIds === undefined) return <KeysHeld />;
  if (noteIds.length === 0) {
    return (
      <Confirm
        title={t`New section${within}`}
        doIt={t`All right`}
        isQuestion
        onDo={onClose}
        onClose={onClose}
      >
        <p>{t`A section is there as soon as a note has it.`}</p>
        <p>{t`Choose the notes that belong in it in the table, then come back here.`}</p>
      </Confirm>
    );
  }
  const notes = plural(noteIds.length, '# note');
  return (
    <NameDialog
      title={t`New section${within}`}
      doIt={t`Add ${notes} to it`}
      help={plural(
        noteIds.length,
        'The {notes} chosen in the table gets it.',
        'The {notes} chosen in the table get it.',
        { notes },
      )}
      onName={(name) => {
        const path = joinedPath(place.path, name);
        context.run({
          doing: t`Adding ${notes} to ${named(path)}`,
          said: t`${notes} now in “${named(path)}”.`,
          work: (watch) => engine.run('tagNotes', noteIds, { add: [path] }, watch),
        });
      }}
      onClose={onClose}
    />
  );
}
