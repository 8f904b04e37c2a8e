import { useMemo, useState } from 'react';
import type { NoteType } from '../../../../domain/content/note-type.ts';
import type { FieldId, NoteId, Slot } from '../../../../kernel/ids.ts';
import type { TypeMapping } from '../../../../engine/commands/notes/notes.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { useEngine } from '../../../engine.tsx';
import { Choice } from '../../../kit/form/fields.tsx';
import { Confirm } from '../../../kit/dialog/confirm.tsx';
import { phrase } from '../../../kit/text/phrase.ts';
import { leftOver, likelyMapping, slotName } from './type-mapping.ts';
import type { RunJob } from '../../../jobs/use-job.ts';
import { named } from '../../../../kernel/named.ts';

const NOTHING = '';

/** Gives notes of one type another: which field fills which, and which card becomes which. */
export function ChangeTypeDialog(props: {
  readonly noteIds: readonly NoteId[];
  readonly from: NoteType;
  /** The places of the cards that the notes have. */
  readonly slots: readonly Slot[];
  readonly types: readonly NoteType[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const { from, slots, types } = props;
  const engine = useEngine();
  const others = useMemo(() => types.filter((type) => type.id !== from.id), [types, from]);
  const [to, setTo] = useState(others[0] ?? from);
  const [mapping, setMapping] = useState(() => likelyMapping(from, to, slots));
  const notes = plural(props.noteIds.length, '# note');

  function chooseType(id: string): void {
    const type = others.find((each) => each.id === id);
    if (!type) return;
    setTo(type);
    setMapping(likelyMapping(from, type, slots));
  }
  function doIt(): void {
    props.onClose();
    props.run({
      doing: t`Changing the type of ${notes}`,
      said: t`${notes} changed to ${named(to.name)}.`,
      work: (watch) => engine.run('changeNoteType', props.noteIds, to.id, mapping, watch),
    });
  }

  return (
    <Confirm
      title={t`Change the type of ${notes}`}
      doIt={t`Change ${notes}`}
      isDisabled={to === from}
      wide
      onDo={doIt}
      onClose={props.onClose}
    >
      <Choice
        name={t`From ${named(from.name)} to`}
        value={to.id}
        choices={Object.fromEntries(others.map((type) => [type.id, type.name]))}
        onChange={chooseType}
      />
      <fieldset className="mapping">
        <legend>{t`Fields`}</legend>
        {to.fields.map(({ id, name }) => (
          <Choice
            key={id}
            name={t`${named(name)} is filled from`}
            value={mapping.fields[id] ?? NOTHING}
            choices={{
              [NOTHING]: 'nothing',
              ...Object.fromEntries(from.fields.map((field) => [field.id, field.name])),
            }}
            onChange={(source) => setMapping(withField(mapping, id, source as FieldId))}
          />
        ))}
      </fieldset>
      <fieldset className="mapping">
        <legend>{t`Cards`}</legend>
        {to.kind === 'standard' ? (
          to.templates.map(({ slot, name }) => (
            <Choice
              key={slot}
              name={t`${named(name)} goes on from`}
              value={String(mapping.slots[slot] ?? NOTHING)}
              choices={{
                [NOTHING]: t`a new card`,
                ...Object.fromEntries(slots.map((old) => [String(old), slotName(from, old)])),
              }}
              onChange={(source) => setMapping(withSlot(mapping, slot, source))}
            />
          ))
        ) : (
          <p>{t`Cards keep their numbers: the first becomes the card of deletion 1, and so on.`}</p>
        )}
      </fieldset>
      <LeftOver from={from} slots={slots} mapping={mapping} />
    </Confirm>
  );
}

function LeftOver(props: {
  readonly from: NoteType;
  readonly slots: readonly Slot[];
  readonly mapping: TypeMapping;
}) {
  const { fields, cards } = leftOver(props.from, props.slots, props.mapping);
  return (
    <p className="soft small" role="status">
      {phrase`${
        fields.length > 0 &&
        t`The text of ${fields.join(', ')} is not shown by the new type; it stays with the notes. `
      }${
        cards.length > 0 &&
        plural(
          cards.length,
          '{join} goes out of sight with all history. ',
          '{join} go out of sight with all history. ',
          { join: cards.join(', ') },
        )
      }${fields.length + cards.length === 0 && t`Every field and card has its place. `}One undo takes it all back.`}
    </p>
  );
}

function withField(mapping: TypeMapping, id: FieldId, source: FieldId): TypeMapping {
  const { [id]: _old, ...others } = mapping.fields;
  const isNothing = (source as string) === NOTHING;
  return { ...mapping, fields: isNothing ? others : { ...others, [id]: source } };
}

/** An old card goes to one place only. */
function withSlot(mapping: TypeMapping, slot: Slot, source: string): TypeMapping {
  const entries = Object.entries(mapping.slots).filter(
    ([other, old]) => Number(other) !== slot && String(old) !== source,
  );
  const added = source === NOTHING ? [] : [[String(slot), Number(source)] as const];
  return { ...mapping, slots: Object.fromEntries([...entries, ...added]) as TypeMapping['slots'] };
}
