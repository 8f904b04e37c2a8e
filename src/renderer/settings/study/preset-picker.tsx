import { type FormEvent, useRef, useState } from 'react';
import { DEFAULT_PRESET_ID, type Preset } from '../../../domain/collection/deck.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import type { LivePresets } from '../../../engine/queries/live/settings.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { Select } from '../../kit/form/select.tsx';
import { useEngine } from '../../engine.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { Dialog } from '../../kit/dialog/dialog.tsx';
import { TextField } from '../../kit/form/fields.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { named } from '../../../kernel/named.ts';

/** Which study options are at hand, and ways to new ones. */
export function PresetPicker(props: {
  readonly live: LivePresets;
  readonly presetId: string;
  readonly onChoose: (presetId: string) => void;
}) {
  const { live, presetId, onChoose } = props;
  const engine = useEngine();
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<'new' | 'delete'>();
  const [problem, setProblem] = useState<Problem>();
  const preset = presetOf({ presetId }, live.presets);
  const usersOf = new Map<string, number>();
  for (const { presetId } of live.decks) usersOf.set(presetId, (usersOf.get(presetId) ?? 0) + 1);
  const users = usersOf.get(preset.id) ?? 0;

  async function remove(): Promise<void> {
    setDialog(undefined);
    const removed = await engine.run('deletePreset', preset.id);
    setProblem(removed.ok ? undefined : removed.problem);
    if (!removed.ok) return;
    onChoose(DEFAULT_PRESET_ID);
    announce(t`“${named(preset.name)}” is deleted. Undo brings it back.`);
  }
  return (
    <div className="preset-picker">
      <Select
        name={t`Options`}
        value={preset.id}
        options={live.presets.map((each) => ({
          id: each.id,
          name: `${named(each.name)} – ${plural(usersOf.get(each.id) ?? 0, '# deck')}`,
        }))}
        onChange={onChoose}
      />
      <p className="actions">
        <button type="button" onClick={() => setDialog('new')}>{t`New options …`}</button>
        {preset.id !== DEFAULT_PRESET_ID && (
          <button
            type="button"
            className="destructive"
            onClick={() => setDialog('delete')}
          >{t`Delete “${named(preset.name)}”`}</button>
        )}
      </p>
      {problem && <ProblemNote problem={problem} />}
      {dialog === 'new' && (
        <NewOptions
          from={preset}
          onClose={() => setDialog(undefined)}
          onAdded={(id) => {
            setDialog(undefined);
            onChoose(id);
          }}
        />
      )}
      {dialog === 'delete' && (
        <Confirm
          title={t`Delete “${named(preset.name)}”?`}
          doIt={t`Delete`}
          isDestructive
          isQuestion
          onDo={() => void remove()}
          onClose={() => setDialog(undefined)}
        >
          <p>
            {users === 0
              ? t`No deck uses these options.`
              : t`${plural(users, '# deck')} will be studied under the default options. No date moves.`}
          </p>
        </Confirm>
      )}
    </div>
  );
}

function NewOptions(props: {
  readonly from: Preset;
  readonly onAdded: (presetId: string) => void;
  readonly onClose: () => void;
}) {
  const engine = useEngine();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const isMaking = useRef(false);
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    // Pressed twice it would make two of one name.
    if (isMaking.current) return;
    isMaking.current = true;
    const added = await engine.run('addPreset', props.from, name);
    isMaking.current = false;
    if (added.ok) props.onAdded(added.value);
    else setProblem(added.problem);
  }
  return (
    <Dialog title={t`New study options`} onClose={props.onClose}>
      <form className="form" onSubmit={(event) => void add(event)}>
        <TextField
          name={t`Name`}
          help={t`They begin as a copy of “${named(props.from.name)}”.`}
          value={name}
          onChange={setName}
        />
        {problem && <ProblemNote problem={problem} />}
        <p className="actions">
          <button type="submit" className="primary">{t`Make them`}</button>
        </p>
      </form>
    </Dialog>
  );
}
