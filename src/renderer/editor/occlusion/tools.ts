/** What the pointer and the crosshair do on the picture, each with its key. */
export const TOOLS = {
  select: { name: 'Select', key: 'V' },
  rect: { name: 'Rectangle', key: 'R' },
  ellipse: { name: 'Ellipse', key: 'E' },
  polygon: { name: 'Polygon', key: 'P' },
  text: { name: 'Label', key: 'T' },
} as const;

export type Tool = keyof typeof TOOLS;
export const TOOL_NAMES = Object.keys(TOOLS) as Tool[];

/** How each tool is used, said when it is chosen. */
export const TOOL_HELP: Readonly<Record<Tool, string>> = {
  select: 'Select: click a mask, or drag around several.',
  rect: 'Rectangle: drag, or click two opposite corners.',
  ellipse: 'Ellipse: drag, or click two opposite corners of the box around it.',
  polygon: 'Polygon: click each corner, and the first one again to close it.',
  text: 'Label: click where the words begin.',
};

/** The picture's keys: what to press and what it does. They work while the picture has the focus. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['V R E P T', 'Select, rectangle, ellipse, polygon, label'],
  ['N', 'New mask in the middle'],
  ['Tab', 'Next mask, and on out of the picture'],
  ['Arrows', 'Move by 1 %, with Shift by 0.2 %; with a drawing tool, move the crosshair'],
  ['Alt Arrows', 'Wider, narrower, taller, lower'],
  ['Space Enter', 'With a drawing tool: put a corner. Shift Enter closes a polygon'],
  ['Space', 'Add the mask to the selection, or take it out'],
  ['Enter', 'Write what the mask hides'],
  ['1 – 9', 'Ask the mask on that card; with Shift, on that card as well'],
  ['G  U', 'Group on one card, ungroup'],
  ['D', 'Duplicate'],
  ['Delete', 'Remove'],
  [', .', 'Corner before, corner after; I adds one'],
  ['+ − F', 'Larger, smaller, whole picture'],
  ['Ctrl A C X V', 'All, copy, cut, paste'],
  ['Ctrl Z', 'Undo; with Shift, redo'],
  ['Escape', 'Give up what is being drawn, or the selection'],
];

/** Read out with the picture's name. */
export const KEYS_IN_SHORT =
  'N puts a new mask in the middle. R, E, P and T draw a rectangle, ellipse, polygon or label with the arrows and Enter; V selects. Tab goes through the masks, arrows move one, Alt with arrows sizes it, Enter writes what it hides. All keys are listed after the masks.';
