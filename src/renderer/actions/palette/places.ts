/** The parts of the settings by the ids of their headings, in their order on the page (LOOK-4). */
export const SETTINGS_PARTS = [
  ['appearance', 'Appearance'],
  ['study-options', 'Studying'],
  ['keys', 'Keys'],
  ['advice', 'Advice on cards'],
  ['copies', 'Copies'],
  ['care', 'Your cards'],
  ['about', 'About'],
] as const;

/** Screens that no action and no place of the header leads to, by their addresses. */
export const OTHER_PLACES = [
  ['/exams/new', 'New exam'],
  ['/insights/simulator', 'Simulator: try other study options'],
  ['/types', 'Note types'],
  ['/media', 'Media'],
  ['/advice', 'Advice on cards'],
  ['/import?paste', 'Paste many notes at once'],
] as const;

/** The parts of the settings that there are on this device: without a keyboard no keys (LOOK-3). */
export function settingsPartsHere() {
  const isTouchAlone = matchMedia('(hover: none) and (pointer: coarse)').matches;
  return SETTINGS_PARTS.filter(([part]) => part !== 'keys' || !isTouchAlone);
}
