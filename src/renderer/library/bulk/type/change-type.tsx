import { useEffect, useState } from 'react';
import type { Note } from '../../../../domain/content/note.ts';
import type { NoteId, NoteTypeId, Slot } from '../../../../kernel/ids.ts';
import type { Result } from '../../../../kernel/problem.ts';
import { hasTags, slotsOfNote } from '../../../../domain/template/slots.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { useEngine } from '../../../engine.tsx';
import { useQuery } from '../../../live.ts';
import { Dialog } from '../../../kit/dialog/dialog.tsx';
import { Choice } from '../../../kit/form/fields.tsx';
import { ProblemNote } from '../../../kit/page/problem-note.tsx';
import { KeysHeld } from '../../../kit/keys/keys-held.tsx';
import { Confirm } from '../../../kit/dialog/confirm.tsx';
import { ChangeTypeDialog } from './change-type-dialog.tsx';
import type { RunJob } from '../../../jobs/use-job.ts';
import { named } from '../../../../kernel/named.ts';

/** Changes the type of the chosen notes; of several types, one at a time. */
export function ChangeType(props: {
  readonly noteIds: readonly NoteId[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const types = useQuery('noteTypes');
  const { noteIds } = props;
  const [read, setRead] = useState<Result<readonly Note[]>>();
  const [typeId, setTypeId] = useState<NoteTypeId>();
  useEffect(() => {
    let isCurrent = true;
    void engine.ask('chosenNotes', { noteIds }).then((found) => isCurrent && setRead(found));
    return () => {
      isCurrent = false;
    };
  }, [engine, noteIds]);
  if (!read || !types) return <KeysHeld />;
  if (!read.ok) {
    return (
      <Dialog title={t`Change the note type`} onClose={props.onClose}>
        <ProblemNote problem={read.problem} />
      </Dialog>
    );
  }

  const byType = grouped(read.value);
  const chosen = typeId ?? (byType.size === 1 ? [...byType.keys()][0] : undefined);
  const from = types.find((type) => type.id === chosen);
  if (from && chosen !== undefined) {
    const own = byType.get(chosen) ?? [];
    const slots = new Set<Slot>(
      own.flatMap((note) => slotsOfNote(from, note.fields, hasTags(note))),
    );
    return (
      <ChangeTypeDialog
        noteIds={own.map((note) => note.id)}
        from={from}
        slots={[...slots].sort((a, b) => a - b)}
        types={types}
        run={props.run}
        onClose={props.onClose}
      />
    );
  }
  return (
    <WhichType
      choices={Object.fromEntries(
        [...byType].map(([id, own]) => {
          const name = types.find((type) => type.id === id)?.name ?? id;
          return [id, `${named(name)}: ${plural(own.length, '# note')}`];
        }),
      )}
      onType={(id) => setTypeId(id as NoteTypeId)}
      onClose={props.onClose}
    />
  );
}

function WhichType(props: {
  readonly choices: Readonly<Record<string, string>>;
  readonly onType: (id: string) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState(Object.keys(props.choices)[0] ?? '');
  return (
    <Confirm
      title={t`Change the note type`}
      doIt={t`Go on`}
      onDo={() => props.onType(chosen)}
      onClose={props.onClose}
    >
      <p>{t`The chosen notes are of several types. Change one of them at a time.`}</p>
      <Choice name={t`Change`} value={chosen} choices={props.choices} onChange={setChosen} />
    </Confirm>
  );
}

function grouped(notes: readonly Note[]): Map<NoteTypeId, Note[]> {
  const groups = new Map<NoteTypeId, Note[]>();
  for (const note of notes) {
    const group = groups.get(note.noteTypeId);
    if (group) group.push(note);
    else groups.set(note.noteTypeId, [note]);
  }
  return groups;
}
