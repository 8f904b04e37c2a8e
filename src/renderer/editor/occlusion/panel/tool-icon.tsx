/** Drawn on a grid of 16, in the colour of the text. Always beside or under a name. */
const PATHS = {
  select: 'M4 2l9 6-4 .8L11 13l-2 1-2-4.2L4 12z',
  rect: 'M2 4h12v8H2z',
  ellipse: 'M2 8a6 4.2 0 1 0 12 0a6 4.2 0 1 0 -12 0z',
  polygon: 'M8 2l6 5-2.5 7h-7L2 6z',
  text: 'M3 4V3h10v1M8 3v10M6 13h4',
  'add-mask': 'M2 3h8v6H2zM12 9v5M9.5 11.5h5',
  picture: 'M2 3h12v10H2zM2 11l3.5-3.5L9 11l2-2 3 3M10.5 6.2h.01',
  undo: 'M6 3L2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  left: 'M13 8H3M7 4L3 8l4 4',
  right: 'M3 8h10M9 4l4 4-4 4',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  wider: 'M2 8h12M4.5 5.5L2 8l2.5 2.5M11.5 5.5L14 8l-2.5 2.5',
  narrower: 'M1 8h5M10 8h5M3.5 5.5L6 8l-2.5 2.5M12.5 5.5L10 8l2.5 2.5',
  taller: 'M8 2v12M5.5 4.5L8 2l2.5 2.5M5.5 11.5L8 14l2.5-2.5',
  lower: 'M8 1v5M8 10v5M5.5 3.5L8 6l2.5-2.5M5.5 12.5L8 10l2.5 2.5',
} as const;

export type IconName = keyof typeof PATHS;

export function ToolIcon({ name }: { readonly name: IconName }) {
  return (
    <svg className="occlusion-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
