import { useState } from 'react';
import type { DeckId, NoteId } from '../../../kernel/ids.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { newNameIn, type PickerOption } from '../../kit/combobox/matching.ts';
import { Picker } from '../../kit/combobox/picker.tsx';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import type { RunJob } from '../../jobs/use-job.ts';
import { named } from '../../../kernel/named.ts';

/** Moves the chosen notes, with all their cards, to a deck that is there or a new one. */
export function DeckDialog(props: {
  readonly noteIds: readonly NoteId[];
  readonly decks: readonly PickerOption[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const [chosen, setChosen] = useState<string>();
  const notes = plural(props.noteIds.length, '# note');

  function doIt(): void {
    if (chosen === undefined) return;
    props.onClose();
    const newName = newNameIn(chosen);
    const name = newName ?? props.decks.find((deck) => deck.id === chosen)?.name ?? '';
    props.run({
      doing: t`Moving ${notes}`,
      said: t`${notes} moved to ${named(name)}.`,
      work: (watch) =>
        newName === undefined
          ? engine.run('moveNotes', props.noteIds, chosen as DeckId, watch)
          : engine.run('moveNotesToNewDeck', props.noteIds, newName, watch),
    });
  }

  return (
    <Confirm
      title={t`Move ${notes} to a deck`}
      doIt={t`Move`}
      isDisabled={chosen === undefined}
      onDo={doIt}
      onClose={props.onClose}
    >
      <Picker
        name={t`Deck`}
        options={props.decks}
        chosen={chosen}
        onChoose={setChosen}
        newName={(typed) => t`New deck “${named(typed)}”`}
      />
    </Confirm>
  );
}
