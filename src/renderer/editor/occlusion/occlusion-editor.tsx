import { type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { type Box, boundsOf } from '../../../domain/occlusion/bounds.ts';
import { pasting } from '../../../domain/occlusion/copy.ts';
import {
  type Sheet,
  selectedShapes,
  selecting,
  toggling,
} from '../../../domain/occlusion/sheet.ts';
import type { Problem } from '../../../kernel/problem.ts';
import {
  numbersOfShapes,
  parseOcclusions,
  printOcclusions,
} from '../../../domain/template/occlusion.ts';
import type { OcclusionShape } from '../../../domain/template/occlusion/shapes.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { ProblemNote } from '../../kit/page/problem-note.tsx';
import { useToggle } from '../../kit/hooks/use-toggle.ts';
import { Canvas } from './canvas/canvas.tsx';
import { useDrawing } from './canvas/use-drawing.ts';
import { useView } from './canvas/use-view.ts';
import { WordsField } from './canvas/words-field.tsx';
import { type Command, commandOf } from './masks/commands.ts';
import { isImage, useClipboard } from './masks/use-clipboard.ts';
import { useEditor } from './masks/use-editor.ts';
import { keepFocus } from './masks/use-mask-focus.ts';
import { useSheet } from './masks/use-sheet.ts';
import { useUndoKeys } from './masks/use-undo-keys.ts';
import type { WordsTarget } from './masks/use-words.ts';
import { KeyList } from './panel/key-list.tsx';
import { MaskList } from './panel/mask-list.tsx';
import { ModeChoice } from './panel/mode-choice.tsx';
import { OcclusionPreview } from './panel/occlusion-preview.tsx';
import { SelectionPanel } from './panel/selection-panel.tsx';
import { ToolBar } from './panel/tool-bar.tsx';
import { TOOL_HELP } from './tools.ts';
import { notAPicture, PicturePlace } from './picture-place.tsx';
import { usePicture } from './use-picture.ts';
import { useStable } from '../../kit/hooks/use-stable.ts';
import { wordsOfMasks } from './words.ts';
import { isComposing } from '../../kit/keys/chord.ts';
import './panel/panel.css';
import './occlusion.css';

/**
 * Masks on a picture, each the question of a card. `value` is the occlusion field's HTML; `onChange`
 * gets it whenever the masks change, and it may come back late. Images are taken by whoever holds
 * the field: `onChooseImage` asks for one, `onPasteImage` hands one over that was pasted or dropped.
 */
export function OcclusionEditor(props: {
  /** A blob URL; undefined while there is none. */
  readonly imageUrl: string | undefined;
  /** '' for none. */
  readonly imageName: string;
  readonly value: string;
  readonly onChange: (html: string) => void;
  readonly onChooseImage: () => void;
  readonly onPasteImage: (file: File) => void;
}) {
  const { imageName } = props;
  const root = useRef<HTMLElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const keysId = useId();
  const preview = useToggle();
  const [pointed, setPointed] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const say = useAnnounce();

  const picture = usePicture(props.imageUrl);
  const masks = useSheet(props.value, props.onChange, (left) => keepFocus(svg, left));
  const drawing = useDrawing();
  const view = useView(picture.state === 'shown' ? picture.size : UNKNOWN);
  const aspect = view.size.width / view.size.height;
  const editor = useEditor({ svg, masks, drawing, view, say });
  const run = useStable((command: Command) => editor.run(command));
  const chooseImage = useStable(props.onChooseImage);
  const toggle = useStable((place: number) => editor.pick(toggling(masks.current(), place)));
  const write = useStable((place: number, text: string) =>
    editor.words.write(place, text, t`words ${place}`),
  );
  useUndoKeys(root, run);
  useClipboard(root, svg, {
    copy: () => textOfSelected(masks.current()),
    cut() {
      const text = textOfSelected(masks.current());
      if (text !== undefined) editor.run({ kind: 'remove' });
      return text;
    },
    paste(text) {
      const { shapes } = parseOcclusions(text);
      if (shapes.length === 0) return false;
      masks.step(pasting(masks.current(), shapes, masks.used(), aspect));
      say(t`${plural(shapes.length, '# mask')} pasted.`, 'quietly');
      return true;
    },
    pasteImage: take,
  });

  function take(file: File): void {
    setProblem(isImage(file) ? undefined : notAPicture(file.name));
    if (isImage(file)) props.onPasteImage(file);
  }
  function onDrop(event: DragEvent): void {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    take(file);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const command = commandOf(event.nativeEvent, editor.tool !== 'select');
    const isDone = command !== undefined && editor.run(command, true);
    if (isDone) event.preventDefault();
    // A slip of a key here must not reach the keys of the whole screen.
    const isSign = [...event.key].length === 1 && event.key !== '?';
    if (isDone || (isSign && !event.ctrlKey && !event.metaKey)) event.stopPropagation();
  }

  const { sheet } = masks;
  const { shapes, hidesAll } = sheet.occlusions;
  const { target } = editor.words;
  const isShown = picture.state === 'shown';
  const worded = target?.kind === 'shape' ? shapes[target.place] : undefined;
  return (
    <section
      ref={root}
      className="occlusion-editor"
      aria-label={t`Image occlusion`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      {isShown && (
        <ToolBar
          tool={editor.tool}
          canUndo={masks.canUndo}
          canRedo={masks.canRedo}
          zoom={view.zoom}
          run={run}
          onChooseImage={chooseImage}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      <div className="occlusion-panes">
        <div className="occlusion-picture-pane" ref={view.paneRef}>
          <div
            className="occlusion-view"
            ref={view.ref}
            style={isShown ? { height: view.height } : {}}
          >
            {picture.state === 'shown' ? (
              <Canvas
                svg={svg}
                imageUrl={picture.url}
                imageName={imageName}
                keysId={keysId}
                tool={editor.tool}
                sheet={sheet}
                draft={drawing.draft}
                view={view}
                work={{
                  isDrawing: () => drawing.current().points.length > 0,
                  put: editor.put,
                  point: drawing.point,
                  step: masks.step,
                  amend: editor.amend,
                }}
                pointed={pointed}
                onKeyDown={onKeyDown}
                onFocusMask={editor.focused}
                onPressMask={(place) => editor.amend(selecting(sheet, [place]), false)}
              >
                {target && (
                  <WordsField
                    key={target.kind === 'shape' ? target.place : 'new'}
                    name={worded && worded.kind !== 'text' ? t`What it hides` : t`What it says`}
                    beside={placeOf(target, worded, aspect)}
                    size={view.size}
                    value={worded ? wordsOfMasks(worded) : ''}
                    onDone={editor.words.finish}
                  />
                )}
              </Canvas>
            ) : (
              <PicturePlace
                state={picture.state}
                imageName={imageName}
                masks={shapes.length}
                onChooseImage={props.onChooseImage}
              />
            )}
          </div>
          {isShown && <p className="small soft">{TOOL_HELP[editor.tool]}</p>}
          {isShown && <SelectionPanel sheet={sheet} run={run} />}
        </div>
        {(isShown || shapes.length > 0) && (
          <div className="occlusion-panel">
            <ModeChoice
              hidesAll={hidesAll}
              cards={numbersOfShapes(shapes).length}
              onChange={(next) =>
                masks.step({ ...sheet, occlusions: { ...sheet.occlusions, hidesAll: next } })
              }
              onPreview={isShown ? preview.open : undefined}
            />
            <MaskList sheet={sheet} onToggle={toggle} onWords={write} onPoint={setPointed} />
            {isShown && <KeyList id={keysId} />}
          </div>
        )}
      </div>
      {preview.isOpen && picture.state === 'shown' && (
        <OcclusionPreview
          imageUrl={picture.url}
          imageName={imageName}
          size={picture.size}
          occlusions={sheet.occlusions}
          onClose={preview.close}
        />
      )}
    </section>
  );
}

/** Stands for the size of a picture that is not there yet. */
const UNKNOWN = { width: 4, height: 3 };

function placeOf(target: WordsTarget, shape: OcclusionShape | undefined, aspect: number): Box {
  if (shape) return boundsOf(shape, aspect);
  const { x, y } = target.kind === 'new-label' ? target.at : { x: 0, y: 0 };
  return { left: x, top: y, width: 0, height: 0 };
}

function textOfSelected(sheet: Sheet): string | undefined {
  const shapes = selectedShapes(sheet);
  if (shapes.length === 0) return undefined;
  return printOcclusions({ shapes, hidesAll: sheet.occlusions.hidesAll });
}
