import { type RefObject, useRef, useState } from 'react';
import type { Point } from '../../../../domain/occlusion/bounds.ts';
import { shapeInMiddle } from '../../../../domain/occlusion/draw.ts';
import { nextNumber } from '../../../../domain/occlusion/numbers.ts';
import { adding, type Sheet, selecting, toggling } from '../../../../domain/occlusion/sheet.ts';
import type { OcclusionShape } from '../../../../domain/template/occlusion/shapes.ts';
import { t } from '../../../../kernel/texts.ts';
import type { Drawing, Put } from '../canvas/use-drawing.ts';
import { touchReachOf } from '../canvas/use-pointers.ts';
import type { View } from '../canvas/use-view.ts';
import { TOOL_HELP, type Tool } from '../tools.ts';
import { kindName, percentWithin } from '../words.ts';
import type { Command } from './commands.ts';
import { changeBy } from './mask-verbs.ts';
import { keepFocus, useMaskFocus } from './use-mask-focus.ts';
import type { SheetHistory } from './use-sheet.ts';
import { useWords } from './use-words.ts';

interface Parts {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly masks: SheetHistory;
  readonly drawing: Drawing;
  readonly view: View;
  /** Read out; loudly also shown, for what cannot be seen by itself. */
  readonly say: (message: string, how?: 'quietly') => void;
}

export type Editor = ReturnType<typeof useEditor>;

/** The tool in hand and what every command does, whichever key, button or pointer it came from. */
export function useEditor({ svg, masks, drawing, view, say }: Parts) {
  // On a picture without masks, dragging draws the first one.
  const [chosenTool, setTool] = useState<Tool>();
  const [isFresh] = useState(() => masks.current().occlusions.shapes.length === 0);
  const tool = chosenTool ?? (isFresh ? 'rect' : 'select');
  /** A selection made mask by mask stays while the focus goes on to the next. */
  const isPicked = useRef(false);
  const focus = useMaskFocus(svg);
  const words = useWords(masks, focus, add);
  const aspect = view.size.width / view.size.height;

  function choose(next: Tool, isByKey: boolean): void {
    drawing.cancel();
    setTool(next);
    if (isByKey && next !== 'select') drawing.point(middleOf(view), true);
    focus.picture();
    say(TOOL_HELP[next], 'quietly');
  }

  function add(shape: OcclusionShape): void {
    const { shapes } = masks.current().occlusions;
    const isLabel = shape.kind === 'text';
    const number = isLabel ? 0 : nextNumber(shapes, masks.used());
    isPicked.current = false;
    masks.step(adding(masks.current(), [{ ...shape, numbers: [number] }]));
    const name = kindName(shape);
    const added = t`${name.charAt(0).toUpperCase()}${name.slice(1)} added`;
    say(isLabel ? t`${added}, always shown.` : t`${added}, card ${number}.`, 'quietly');
  }

  function addInMiddle(): void {
    // Whoever goes by keys moves and sizes the mask next.
    if (!chosenTool) setTool('select');
    const kind = tool === 'ellipse' || tool === 'polygon' ? tool : 'rect';
    const { shapes } = masks.current().occlusions;
    drawing.cancel();
    setTool('select');
    add(shapeInMiddle(kind, view.inView(), shapes, 0));
    focus.mask(shapes.length);
  }

  function put(at: Point, reach: Point): void {
    if (tool !== 'select') led(drawing.put(tool, at, reach));
  }

  function led(to: Put): void {
    if (to.kind === 'shape') add(to.shape);
    else if (to.kind === 'label') words.openForLabel(to.at);
    else if (to.kind === 'too-few') say(t`A polygon needs three corners that are not on one line.`);
    else if (tool === 'polygon') say(t`Corner ${to.count}.`, 'quietly');
    else say(t`First corner. Now the opposite one; Escape gives up.`, 'quietly');
  }

  function steer(by: Point): void {
    const { cursor } = drawing.current();
    const from = cursor ?? middleOf(view);
    drawing.point(cursor ? { x: from.x + by.x, y: from.y + by.y } : from, true);
    const now = drawing.current().cursor ?? from;
    view.reveal(now);
    say(t`Left ${percentWithin(now.x)}, top ${percentWithin(now.y)}`, 'quietly');
  }

  function putByKey(): void {
    const { cursor } = drawing.current();
    if (cursor) put(cursor, touchReachOf('key', view.size));
    else steer({ x: 0, y: 0 });
  }

  /** The first of these that applies; false where there is nothing to give up. */
  function cancel(): boolean {
    const sheet = masks.current();
    if (drawing.cancel()) say(t`Given up.`, 'quietly');
    else if (sheet.corner !== undefined) masks.amend({ ...sheet, corner: undefined });
    else if (sheet.selected.length > 0) {
      isPicked.current = false;
      masks.amend(selecting(sheet, []));
      focus.picture();
    } else if (tool !== 'select') choose('select', true);
    else return false;
    return true;
  }

  function goBack(): void {
    if (drawing.back()) say(t`Corner taken back.`, 'quietly');
    else travel(masks.undo, t`Undone.`, t`Nothing to undo.`);
  }

  function travel(go: () => boolean, done: string, nowhere: string): void {
    if (go()) {
      keepFocus(svg, masks.current().occlusions.shapes.length);
      say(done, 'quietly');
    } else say(nowhere);
  }

  function togglePlace(): void {
    const place = Number(document.activeElement?.getAttribute('data-place') ?? Number.NaN);
    if (Number.isNaN(place)) return;
    isPicked.current = true;
    const next = toggling(masks.current(), place);
    masks.amend(next);
    say(next.selected.includes(place) ? t`Selected.` : t`Taken out.`, 'quietly');
  }

  /** Runs a command; false if it had nothing to do here and the key is free for others. */
  function run(command: Command, isByKey = false): boolean {
    const isDrawing = tool !== 'select';
    switch (command.kind) {
      case 'tool':
        choose(command.tool, isByKey);
        return true;
      case 'add':
        addInMiddle();
        return true;
      case 'put':
        putByKey();
        return true;
      case 'close':
        led(tool === 'polygon' ? drawing.close() : { kind: 'too-few' });
        return true;
      case 'cancel':
        return cancel();
      case 'undo':
        goBack();
        return true;
      case 'redo':
        travel(masks.redo, t`Done again.`, t`Nothing to redo.`);
        return true;
      case 'words':
        if (!words.open()) say(t`Select one mask to write what it hides.`);
        return true;
      case 'toggle':
        togglePlace();
        return true;
      case 'select-all': {
        const sheet = masks.current();
        isPicked.current = true;
        masks.amend(selecting(sheet, [...sheet.occlusions.shapes.keys()]));
        return true;
      }
      case 'zoom':
        view.zoomBy(command.by);
        return true;
      case 'fit':
        view.fit();
        return true;
      case 'remove':
        if (drawing.back()) return true;
        break;
      case 'nudge':
        if (isDrawing && isByKey) {
          steer(command.by);
          return true;
        }
        if (masks.current().selected.length === 0) {
          view.ref.current?.scrollBy(command.by.x * PAN_PIXELS, command.by.y * PAN_PIXELS);
          return true;
        }
    }
    change(command);
    return true;
  }

  function change(command: Command): void {
    const done = changeBy(command, masks.current(), { aspect, used: masks.used() });
    if (!done) return;
    if (done.sheet) {
      masks.step(done.sheet, done.run);
      if (command.kind === 'remove' && done.sheet.selected.length === 0) focus.picture();
    }
    say(done.said, done.sheet && 'quietly');
  }

  return {
    tool,
    words,
    run,
    put,
    amend(sheet: Sheet, picked: boolean): void {
      isPicked.current = picked;
      masks.amend(sheet);
      const [place, ...others] = sheet.selected;
      if (place !== undefined && others.length === 0) focus.mask(place);
      else focus.picture();
    },
    /** Mask by mask in the list; the focus stays there. */
    pick(sheet: Sheet): void {
      isPicked.current = true;
      masks.amend(sheet);
    },
    /** The focus came to a mask: it alone is selected, unless several are being picked. */
    focused(place: number): void {
      const sheet = masks.current();
      if (tool !== 'select' || isPicked.current) return;
      if (sheet.selected.length === 1 && sheet.selected[0] === place) return;
      masks.amend(selecting(sheet, [place]));
    },
  };
}

/** One press of an arrow with nothing selected scrolls an enlarged picture by so many pixels × 0.01. */
const PAN_PIXELS = 4000;

function middleOf(view: View): Point {
  const { left, top, width, height } = view.inView();
  return { x: left + width / 2, y: top + height / 2 };
}
