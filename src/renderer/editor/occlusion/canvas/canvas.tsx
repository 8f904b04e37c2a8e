import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { groupNumbers } from '../../../../domain/occlusion/numbers.ts';
import type { Sheet } from '../../../../domain/occlusion/sheet.ts';
import { t } from '../../../../kernel/texts.ts';
import type { Tool } from '../tools.ts';
import { useStable } from '../../../kit/hooks/use-stable.ts';
import { DraftFigure } from './draft-figure.tsx';
import { Grips } from './grips.tsx';
import { MaskGroup } from './mask-group.tsx';
import type { DrawnSoFar } from './use-drawing.ts';
import { type PointerWork, usePointers } from './use-pointers.ts';
import type { View } from './use-view.ts';
import './canvas.css';

/** The picture and, over it in one SVG, its masks, their handles and what is being drawn. */
export function Canvas(props: {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly imageUrl: string;
  readonly imageName: string;
  readonly keysId: string;
  readonly tool: Tool;
  readonly sheet: Sheet;
  readonly draft: DrawnSoFar;
  readonly view: View;
  readonly work: Omit<PointerWork, 'tool' | 'sheet' | 'view'>;
  /** The mask that the list points at. */
  readonly pointed: number | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusMask: (place: number) => void;
  readonly onPressMask: (place: number) => void;
  /** A field over the picture. */
  readonly children: ReactNode;
}) {
  const { svg, tool, view, draft } = props;
  const pointers = usePointers(svg, { ...props.work, tool, sheet: props.sheet, view });
  const onFocus = useStable(props.onFocusMask);
  const onPress = useStable(props.onPressMask);
  const { size } = view;
  const sheet = pointers.held ?? props.sheet;
  const { shapes } = sheet.occlusions;
  const groups = groupNumbers(shapes);
  useWheelZoom(svg, view);
  return (
    <div className="occlusion-picture" style={{ width: size.width, height: size.height }}>
      <img src={props.imageUrl} alt="" draggable={false} />
      <svg
        ref={svg}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing surface takes keys of its own
        tabIndex={0}
        aria-label={t`Masks on ${props.imageName || t`the picture`}`}
        aria-describedby={props.keysId}
        width={size.width}
        height={size.height}
        className="occlusion-canvas"
        data-tool={tool}
        onKeyDown={props.onKeyDown}
        onMouseDown={(event) => event.preventDefault()}
        {...pointers.handlers}
      >
        {shapes.map((shape, place) => (
          <MaskGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: a mask is its place in the field
            key={place}
            shape={shape}
            place={place}
            size={size}
            isSelected={sheet.selected.includes(place)}
            group={shape.numbers.find((number) => groups.has(number))}
            isPointed={place === props.pointed}
            isStop={tool === 'select'}
            onFocus={onFocus}
            onPress={onPress}
          />
        ))}
        <Grips sheet={sheet} size={size} isShown={tool === 'select'} />
        <DraftFigure tool={tool} draft={draft} marquee={pointers.marquee} size={size} />
      </svg>
      {props.children}
    </div>
  );
}

/** Wheel with Ctrl, which is also what a trackpad's pinch sends. React's own listener cannot stop the page's zoom. */
function useWheelZoom(svg: RefObject<SVGSVGElement | null>, view: View): void {
  const zoom = useStable((event: WheelEvent, box: DOMRect) => {
    const at = {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    };
    const wanted = view.zoom * Math.exp(-event.deltaY / WHEEL_PIXELS);
    view.zoomTo(wanted, at, event.clientX, event.clientY);
  });
  useEffect(() => {
    const element = svg.current;
    function onWheel(event: WheelEvent): void {
      if (!element || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      zoom(event, element.getBoundingClientRect());
    }
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [svg, zoom]);
}

/** Turning the wheel by so much makes the picture e times as large. */
const WHEEL_PIXELS = 400;
