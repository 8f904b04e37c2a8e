import { useState } from 'react';
import type { Deck } from '../../../domain/collection/deck.ts';
import { decksBelow, setDeckPreset } from '../../../operations/decks.ts';
import { useDeps } from '../../deps.tsx';
import { usePresets } from '../../live.ts';
import { Choice } from '../../ui/fields.tsx';
import type { RunJob } from '../bulk/use-job.ts';
import { Confirm } from '../parts/confirm.tsx';
import { lastPart } from './paths.ts';

/** Which study options a deck follows, those below it too if wanted. */
export function OptionsDialog(props: {
  readonly path: string;
  readonly decks: readonly Deck[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const { path, decks } = props;
  const deps = useDeps();
  const presets = usePresets()?.presets;
  const deck = decks.find((each) => each.name === path);
  const below = decksBelow(decks, path);
  const [presetId, setPresetId] = useState(deck?.presetId ?? '');
  const [isAll, setAll] = useState(false);
  if (!presets || !deck) return null;
  const chosen = isAll ? below : [deck];
  const isSame = chosen.every((each) => each.presetId === presetId);

  return (
    <Confirm
      title={`Options of “${lastPart(path)}”`}
      doIt="Use these"
      isDisabled={isSame}
      onDo={() => {
        props.onClose();
        const name = presets.find((preset) => preset.id === presetId)?.name ?? '';
        props.run({
          doing: `Changing the options of ${lastPart(path)}`,
          said: `“${path}” follows the options “${name}” now.`,
          work: () =>
            setDeckPreset(
              deps,
              chosen.map((each) => each.id),
              presetId,
            ),
        });
      }}
      onClose={props.onClose}
    >
      <Choice
        name="Study options"
        value={presetId}
        choices={Object.fromEntries(presets.map((preset) => [preset.id, preset.name]))}
        onChange={setPresetId}
      />
      {below.length > 1 && (
        <label className="check">
          <input
            type="checkbox"
            checked={isAll}
            onChange={(event) => setAll(event.target.checked)}
          />
          for the decks below it too
        </label>
      )}
      <p className="soft small">
        Options are shared by the decks that follow them.{' '}
        <a href={`#/settings?options=${encodeURIComponent(presetId)}`}>
          See and change what they say
        </a>
      </p>
    </Confirm>
  );
}
