import { t } from '../../../kernel/texts.ts';

/** What the pointer and the crosshair do on the picture, each with its key. */
export const TOOLS = {
  select: { name: t`Select`, key: 'V' },
  rect: { name: t`Rectangle`, key: 'R' },
  ellipse: { name: t`Ellipse`, key: 'E' },
  polygon: { name: t`Polygon`, key: 'P' },
  text: { name: t`Label`, key: 'T' },
} as const;

export type Tool = keyof typeof TOOLS;
export const TOOL_NAMES = Object.keys(TOOLS) as Tool[];

/** How each tool is used, said when it is chosen. */
export const TOOL_HELP: Readonly<Record<Tool, string>> = {
  select: t`Select: click a mask, or drag around several.`,
  rect: t`Rectangle: drag, or click two opposite corners.`,
  ellipse: t`Ellipse: drag, or click two opposite corners of the box around it.`,
  polygon: t`Polygon: click each corner, and the first one again to close it.`,
  text: t`Label: click where the words begin.`,
};

/** The picture's keys: what to press and what it does. They work while the picture has the focus. */
export const KEYS: readonly (readonly [string, string])[] = [
  [t`V R E P T`, t`Select, rectangle, ellipse, polygon, label`],
  ['N', t`New mask in the middle`],
  ['Tab', t`Next mask, and on out of the picture`],
  [t`Arrows`, t`Move by 1 %, with Shift by 0.2 %; with a drawing tool, move the crosshair`],
  [t`Alt Arrows`, t`Wider, narrower, taller, lower`],
  [t`Space Enter`, t`With a drawing tool: put a corner. Shift Enter closes a polygon`],
  [t`Space`, t`Add the mask to the selection, or take it out`],
  ['Enter', t`Write what the mask hides`],
  ['1 – 9', t`Ask the mask on that card; with Shift, on that card as well`],
  [t`G  U`, t`Group on one card, ungroup`],
  ['D', t`Duplicate`],
  ['Delete', t`Remove`],
  [', .', t`Corner before, corner after; I adds one`],
  ['+ − F', t`Larger, smaller, whole picture`],
  [t`Ctrl A C X V`, t`All, copy, cut, paste`],
  [t`Ctrl Z`, t`Undo; with Shift, redo`],
  ['Escape', t`Give up what is being drawn, or the selection`],
];

/** Read out with the picture's name. */
export const KEYS_IN_SHORT = t`N puts a new mask in the middle. R, E, P and T draw a rectangle, ellipse, polygon or label with the arrows and Enter; V selects. Tab goes through the masks, arrows move one, Alt with arrows sizes it, Enter writes what it hides. All keys are listed after the masks.`;
