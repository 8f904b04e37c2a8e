import { t } from '../../../kernel/texts.ts';
import type { SettingsPart } from './places.ts';

/** What there is to set in a part, and to do there, by the words that stand at it. */
const IN_PARTS: readonly (readonly [SettingsPart, readonly string[]])[] = [
  ['appearance', [t`Theme`, t`Text size`]],
  [
    'study-options',
    [
      t`New cards a day`,
      t`Reviews a day, at most`,
      t`Desired retention, %`,
      t`New cards count as reviews`,
      t`Longest interval, days`,
      t`Learning steps`,
      t`Relearning steps`,
      t`Order of new cards`,
      t`Order of reviews`,
      t`New cards and reviews`,
      t`Cards of the same note`,
      t`Lapses that make a leech`,
      t`A leech is`,
      t`Sounds`,
      t`R on an answer plays`,
      t`Timer`,
      t`Auto-advance begins`,
      t`Seconds for a question`,
      t`After a question`,
      t`Seconds for an answer`,
      t`After an answer`,
      t`Day begins at (hour)`,
      t`Learn ahead, minutes`,
      t`Longest answer counted, seconds`,
      t`Spread due dates`,
      t`Even out the days`,
      t`Easy weekdays`,
      t`Learn from my answers`,
    ],
  ],
  ['copies', [t`Save as a file…`, t`Load a collection file…`, t`Make a copy now`]],
  ['care', [t`Check the collection`]],
];

/** A single setting, and its address: '#/settings?at=study-options&set=Timer' (KEYS-8). */
export interface SingleSetting {
  readonly part: SettingsPart;
  readonly name: string;
  readonly path: string;
}

export const SINGLE_SETTINGS: readonly SingleSetting[] = IN_PARTS.flatMap(([part, names]) =>
  names.map((name) => ({
    part,
    name,
    path: `/settings?${new URLSearchParams({ at: part, set: name })}`,
  })),
);
