import { useMemo, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { type Deck, decksBelow, type Preset } from '../../../domain/collection/deck.ts';
import { presetOf } from '../../../domain/collection/presets.ts';
import type { StatisticsScope } from '../../../domain/statistics/scope.ts';
import { named } from '../../../kernel/named.ts';
import { shownPath } from '../../../kernel/path.ts';
import type { LivePresets } from '../../../engine/queries/live/settings.ts';
import { t } from '../../../kernel/texts.ts';
import { Select } from '../../kit/form/select.tsx';
import { useQuery } from '../../live.ts';
import {
  addressOf,
  addressOfSimulator,
  type SimulatorAddress,
  simulatorInAddress,
} from '../address.ts';
import { Ways } from '../page-part.tsx';
import { TriedOut } from './tried-out.tsx';
import { NO_DAYS } from './tried-values.ts';
import '../../kit/form/forms.css';
import '../../kit/menu/tools.css';
import '../insights.css';
import '../print.css';
import './simulator.css';

const SPANS = { '90': t`90 days`, '365': t`A year` } as const;

/** What other limits, another retention and days off would make of the coming days (docs/rules/simulator.md). */
export function SimulatorScreen() {
  const address = simulatorInAddress(useSearch());
  const [, goTo] = useLocation();
  const kept = useQuery('presets');
  return (
    <main className="page insights charts">
      <header className="insights-head">
        <h1 className="page-title">{t`Simulator`}</h1>
        <Link
          href={addressOf({ scope: scopeOf(address), period: 'quarter' })}
          className="small"
        >{t`Back to Insights`}</Link>
      </header>
      {kept && (
        <Simulator
          kept={kept}
          address={address}
          onAddress={(next) => goTo(addressOfSimulator(next), { replace: true })}
        />
      )}
    </main>
  );
}

function Simulator(props: {
  readonly kept: LivePresets;
  readonly address: SimulatorAddress;
  readonly onAddress: (address: SimulatorAddress) => void;
}) {
  const { kept, address, onAddress } = props;
  const { deckPath, days } = address;
  const decks = useMemo(
    () => (deckPath === undefined ? kept.decks : decksBelow(kept.decks, deckPath)),
    [kept, deckPath],
  );
  const presets = presetsOf(decks, kept.presets);
  const [chosenId, setChosenId] = useState<string>();
  const [daysOff, setDaysOff] = useState(NO_DAYS);
  const first = presets.find(({ id }) => id === chosenId) ?? presets[0];
  const places = kept.decks.map(({ name }) => ({ id: name, name: named(shownPath(name)) }));
  return (
    <>
      <div className="insights-choose" data-unsaved>
        <Select
          name={t`Cards`}
          value={deckPath === undefined ? ALL : t`deck ${deckPath}`}
          options={[
            { id: ALL, name: t`All decks` },
            ...withGone(places, deckPath).map(({ id, name }) => ({ id: `deck ${id}`, name })),
          ]}
          onChange={(id) =>
            onAddress({ ...address, deckPath: id === ALL ? undefined : id.slice('deck '.length) })
          }
        />
        <div className="field">
          <span aria-hidden="true">{t`How far ahead`}</span>
          <Ways
            name={t`How far ahead`}
            ways={SPANS}
            way={days === 90 ? '90' : '365'}
            onWay={(way) => onAddress({ ...address, days: way === '90' ? 90 : 365 })}
          />
        </div>
      </div>
      {presets.length > 1 && first && (
        <div className="simulator-preset" data-unsaved>
          <Select
            name={t`Study options to change`}
            value={first.id}
            options={presets.map(({ id, name }) => ({ id, name: named(name) }))}
            onChange={setChosenId}
          />
          <p className="small soft">{t`These decks follow ${presets.length} study options. The others stay as they are.`}</p>
        </div>
      )}
      {first && (
        <TriedOut
          preset={first}
          decks={decks}
          kept={kept}
          days={days}
          daysOff={daysOff}
          onDaysOff={setDaysOff}
        />
      )}
    </>
  );
}

const ALL = 'all';

function scopeOf({ deckPath }: SimulatorAddress): StatisticsScope {
  return deckPath === undefined ? { kind: 'all' } : { kind: 'deck', path: deckPath };
}

/** A deck of the address that is not there any more is named all the same. */
function withGone(
  places: readonly { readonly id: string; readonly name: string }[],
  deckPath: string | undefined,
) {
  if (deckPath === undefined || places.some(({ id }) => id === deckPath)) return places;
  return [...places, { id: deckPath, name: named(shownPath(deckPath)) }];
}

/** Those that `decks` follow, the ones that the most of them do first; without decks, the default ones. */
function presetsOf(decks: readonly Deck[], presets: readonly Preset[]): readonly Preset[] {
  const counts = new Map<Preset, number>();
  for (const deck of decks) {
    const preset = presetOf(deck, presets);
    counts.set(preset, (counts.get(preset) ?? 0) + 1);
  }
  if (counts.size === 0) return [presetOf(undefined, presets)];
  return [...counts].sort(([, one], [, other]) => other - one).map(([preset]) => preset);
}
