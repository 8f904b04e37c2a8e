import { memo } from 'react';
import type { Command } from '../masks/commands.ts';
import { TOOL_HELP, TOOL_NAMES, TOOLS, type Tool } from '../tools.ts';
import { type IconName, ToolIcon } from './tool-icon.tsx';
import { useRoving } from './use-roving.ts';

type Run = (command: Command) => void;

/** Every tool with its name and key. One stop for Tab; arrows go along. */
export const ToolBar = memo(function ToolBar(props: {
  readonly tool: Tool;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly run: Run;
}) {
  const { run } = props;
  const roving = useRoving();
  return (
    <div className="occlusion-tools" role="toolbar" aria-label="Masks" {...roving}>
      <span className="occlusion-tool-group">
        {TOOL_NAMES.map((tool) => (
          <button
            key={tool}
            type="button"
            aria-pressed={props.tool === tool}
            aria-keyshortcuts={TOOLS[tool].key}
            onClick={() => run({ kind: 'tool', tool })}
          >
            <ToolIcon name={tool} />
            <span>{TOOLS[tool].name}</span>
            <span className="key" aria-hidden="true">
              {TOOLS[tool].key}
            </span>
          </button>
        ))}
      </span>
      <button type="button" aria-keyshortcuts="N" onClick={() => run({ kind: 'add' })}>
        <span>Add mask</span>
        <span className="key" aria-hidden="true">
          N
        </span>
      </button>
      <span className="occlusion-tool-group">
        <IconButton
          name="Undo"
          icon="undo"
          isOff={!props.canUndo}
          onPress={() => run({ kind: 'undo' })}
        />
        <IconButton
          name="Redo"
          icon="redo"
          isOff={!props.canRedo}
          onPress={() => run({ kind: 'redo' })}
        />
      </span>
    </div>
  );
});

/** Under the picture: how the tool in hand is used, how large the picture is shown, and another one. */
export function PictureBar(props: {
  readonly tool: Tool;
  readonly zoom: number;
  readonly run: Run;
  readonly onChooseImage: () => void;
}) {
  const { run, zoom } = props;
  const percent = `${Math.round(zoom * 100)} %`;
  return (
    <div className="occlusion-picture-bar">
      <p className="small soft">{TOOL_HELP[props.tool]}</p>
      <span className="occlusion-tool-group">
        <IconButton
          name="Smaller"
          icon="minus"
          isOff={zoom <= 1}
          onPress={() => run({ kind: 'zoom', by: -1 })}
        />
        <button
          type="button"
          className="quiet number"
          title="Whole picture"
          aria-label={`Whole picture, now at ${percent}`}
          onClick={() => run({ kind: 'fit' })}
        >
          {percent}
        </button>
        <IconButton name="Larger" icon="plus" onPress={() => run({ kind: 'zoom', by: 1 })} />
        <button type="button" className="quiet" onClick={props.onChooseImage}>
          Change picture
        </button>
      </span>
    </div>
  );
}

/** A button that is off keeps the focus it has. */
export function IconButton(props: {
  readonly name: string;
  readonly icon: IconName;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="occlusion-icon-button"
      aria-label={props.name}
      title={props.name}
      aria-disabled={props.isOff}
      onClick={() => !props.isOff && props.onPress()}
    >
      <ToolIcon name={props.icon} />
    </button>
  );
}
