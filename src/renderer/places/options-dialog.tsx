import { useState } from 'react';
import { DEFAULT_PRESET_ID, type Deck } from '../../domain/collection/deck.ts';
import { deckAt, decksBelow } from '../../domain/collection/deck.ts';
import { decksByPreset } from '../../domain/workload/compare-workloads.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { useQuery } from '../live.ts';
import { WorkloadPreviewView } from '../workload/workload-preview.tsx';
import { Choice } from '../kit/form/fields.tsx';
import { inAddress } from '../kit/text/in-address.ts';
import type { RunJob } from '../jobs/use-job.ts';
import { KeysHeld } from '../kit/keys/keys-held.tsx';
import { Confirm } from '../kit/dialog/confirm.tsx';
import { lastPart } from '../../kernel/path.ts';
import { named } from '../../kernel/named.ts';

/** Which study options a deck follows, those below it too if wanted, and what that would mean. */
export function OptionsDialog(props: {
  readonly path: string;
  readonly decks: readonly Deck[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const { path, decks } = props;
  const engine = useEngine();
  const presets = useQuery('presets')?.presets;
  const settings = useQuery('settings', { presetId: DEFAULT_PRESET_ID })?.settings;
  const deck = deckAt(decks, path);
  const below = decksBelow(decks, path);
  const [presetId, setPresetId] = useState(deck?.presetId ?? '');
  const [isAll, setAll] = useState(false);
  if (!presets) return <KeysHeld />;
  if (!deck) return null;
  const chosen = isAll ? below : [deck];
  const isSame = chosen.every((each) => each.presetId === presetId);

  return (
    <Confirm
      title={t`Options of “${named(lastPart(path))}”`}
      doIt={t`Use these`}
      isDisabled={isSame}
      onDo={() => {
        props.onClose();
        const name = presets.find((preset) => preset.id === presetId)?.name ?? '';
        props.run({
          doing: t`Changing the options of ${named(lastPart(path))}`,
          said: t`“${named(path)}” follows the options “${named(name)}” now.`,
          work: () =>
            engine.run(
              'setDeckPreset',
              chosen.map((each) => each.id),
              presetId,
            ),
        });
      }}
      onClose={props.onClose}
    >
      <Choice
        name={t`Study options`}
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
          {t`for the decks below it too`}
        </label>
      )}
      {settings && (
        <WorkloadPreviewView
          decks={decksByPreset(chosen, presets)}
          draft={presets.find((preset) => preset.id === presetId)}
          settings={settings}
        />
      )}
      <p className="soft small">
        {phrase`Options are shared by the decks that follow them. ${begin(<a href={`#/settings?options=${inAddress(presetId)}`} />)}See and change what they say${END}`}
      </p>
    </Confirm>
  );
}
