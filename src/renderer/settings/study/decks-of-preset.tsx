import { useState } from 'react';
import {
  DEFAULT_PRESET_ID,
  type Deck,
  type Preset,
  type StudySettings,
} from '../../../domain/collection/deck.ts';
import { decksByPreset } from '../../../domain/workload/compare-workloads.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useFirst } from '../../kit/list/use-first.tsx';
import { useEngine } from '../../engine.tsx';
import type { LivePresets } from '../../../engine/queries/live/settings.ts';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { WorkloadPreviewView } from '../../workload/workload-preview.tsx';
import { shownPath } from '../../../kernel/path.ts';
import { named } from '../../../kernel/named.ts';

/**
 * The decks studied under these options. Ticking one moves it here, unticking to the default ones,
 * once what that means for the coming days has been seen; it counts from the next answer on.
 */
export function DecksOfPreset(props: {
  readonly preset: Preset;
  readonly live: LivePresets;
  readonly settings: StudySettings;
}) {
  const { preset, live, settings } = props;
  const { decks, presets } = live;
  const engine = useEngine();
  const announce = useAnnounce();
  const [moved, setMoved] = useState<{ readonly deck: Deck; readonly to: Preset }>();
  const { first, more } = useFirst(decks, (n) => plural(n, '# more deck'));
  if (decks.length === 0) return null;

  function ask(deck: Deck): void {
    const toId = deck.presetId === preset.id ? DEFAULT_PRESET_ID : preset.id;
    const to = presets.find((each) => each.id === toId);
    if (to) setMoved({ deck, to });
  }
  async function move(deck: Deck, to: Preset): Promise<void> {
    setMoved(undefined);
    const done = await engine.run('setDeckPreset', [deck.id], to.id);
    announce(done.ok ? t`Changed. Undo takes that back.` : done.problem.what);
  }
  return (
    <>
      <fieldset className="choices preset-decks">
        <legend>{t`Decks studied with “${named(preset.name)}”`}</legend>
        {first.map((deck) => {
          const isOn = deck.presetId === preset.id;
          return (
            <label key={deck.id}>
              <input
                type="checkbox"
                checked={isOn}
                disabled={isOn && preset.id === DEFAULT_PRESET_ID}
                onChange={() => ask(deck)}
              />
              <span>{named(pathOf(deck))}</span>
            </label>
          );
        })}
        {more}
      </fieldset>
      {moved && (
        <Confirm
          title={t`Study “${named(pathOf(moved.deck))}” with “${named(moved.to.name)}”?`}
          doIt={t`Use these`}
          isQuestion
          onDo={() => void move(moved.deck, moved.to)}
          onClose={() => setMoved(undefined)}
        >
          <WorkloadPreviewView
            decks={decksByPreset([moved.deck], presets)}
            draft={moved.to}
            settings={settings}
          />
          <p>{t`Counts from the next answer; no date moves now.`}</p>
        </Confirm>
      )}
    </>
  );
}

function pathOf(deck: Deck): string {
  return shownPath(deck.name);
}
