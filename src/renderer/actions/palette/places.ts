import { t } from '../../../kernel/texts.ts';

/** The parts of the settings by the ids of their headings, in their order on the page (LOOK-4). */
export const SETTINGS_PARTS = [
  ['appearance', t`Appearance`],
  ['study-options', t`Studying`],
  ['keys', t`Keys`],
  ['advice', t`Advice on cards`],
  ['copies', t`Copies`],
  ['care', t`Your cards`],
  ['about', t`About`],
] as const;

export type SettingsPart = (typeof SETTINGS_PARTS)[number][0];

/** Screens that no action and no place of the header leads to, by their addresses. */
export const OTHER_PLACES = [
  ['/exams/new', t`New exam`],
  ['/insights/simulator', t`Simulator: try other study options`],
  ['/types', t`Note types`],
  ['/media', t`Media`],
  ['/advice', t`Advice on cards`],
  ['/import?paste', t`Paste many notes at once`],
] as const;

/** The parts of the settings that there are on this device: without a keyboard no keys (LOOK-3). */
export function settingsPartsHere() {
  const isTouchAlone = matchMedia('(hover: none) and (pointer: coarse)').matches;
  return SETTINGS_PARTS.filter(([part]) => part !== 'keys' || !isTouchAlone);
}
