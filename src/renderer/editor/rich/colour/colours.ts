import { t } from '../../../../kernel/texts.ts';

/** A colour a person can choose. Middle tones: they can be read on light and on dark cards. */
export interface Colour {
  readonly name: string;
  readonly value: string;
}

export const TEXT_COLOURS: readonly Colour[] = [
  { name: t`Red`, value: '#d1433f' },
  { name: t`Orange`, value: '#b8641a' },
  { name: t`Green`, value: '#2f8a4c' },
  { name: t`Teal`, value: '#1f868c' },
  { name: t`Blue`, value: '#3b78d8' },
  { name: t`Purple`, value: '#9a5fd0' },
];

/** See-through, so that one value serves light and dark. */
export const BACK_COLOURS: readonly Colour[] = [
  { name: t`Yellow`, value: 'rgba(255, 208, 0, 0.35)' },
  { name: t`Green`, value: 'rgba(46, 204, 113, 0.3)' },
  { name: t`Blue`, value: 'rgba(52, 152, 219, 0.3)' },
  { name: t`Pink`, value: 'rgba(255, 105, 180, 0.3)' },
];

/** What the colour mark is set to. Absent: left as it is. */
export interface ColourChoice {
  readonly text?: string | null;
  readonly back?: string | null;
}

let last: ColourChoice = { text: TEXT_COLOURS[0]?.value ?? null };

/** The colour chosen last in this session: what F7 sets again. */
export function lastColour(): ColourChoice {
  return last;
}

export function rememberColour(choice: ColourChoice): void {
  last = choice;
}
