import { memo } from 'react';
import { t } from '../../../../kernel/texts.ts';
import type { Command } from '../masks/commands.ts';
import { TOOL_NAMES, TOOLS, type Tool } from '../tools.ts';
import { type IconName, ToolIcon } from './tool-icon.tsx';
import { useRoving } from './use-roving.ts';

type Run = (command: Command) => void;

/** What can be done with the picture, as icons named on pointing. One stop for Tab; arrows go along. */
export const ToolBar = memo(function ToolBar(props: {
  readonly tool: Tool;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly zoom: number;
  readonly run: Run;
  readonly onChooseImage: () => void;
}) {
  const { run, zoom } = props;
  const percent = `${Math.round(zoom * 100)} %`;
  const roving = useRoving();
  return (
    <div className="occlusion-tools" role="toolbar" aria-label={t`Masks`} {...roving}>
      <span className="occlusion-tool-group">
        {TOOL_NAMES.map((tool) => (
          <button
            key={tool}
            type="button"
            className="occlusion-icon-button"
            title={`${TOOLS[tool].name} (${TOOLS[tool].key})`}
            aria-pressed={props.tool === tool}
            aria-keyshortcuts={TOOLS[tool].key}
            onClick={() => run({ kind: 'tool', tool })}
          >
            <ToolIcon name={tool} />
            <span className="hidden-text">{TOOLS[tool].name}</span>
          </button>
        ))}
      </span>
      <IconButton
        name={t`Add mask`}
        shortcut="N"
        icon="add-mask"
        onPress={() => run({ kind: 'add' })}
      />
      <span className="occlusion-tool-group">
        <IconButton
          name={t`Undo`}
          icon="undo"
          isOff={!props.canUndo}
          onPress={() => run({ kind: 'undo' })}
        />
        <IconButton
          name={t`Redo`}
          icon="redo"
          isOff={!props.canRedo}
          onPress={() => run({ kind: 'redo' })}
        />
      </span>
      <span className="occlusion-tool-group occlusion-tool-end">
        <IconButton
          name={t`Smaller`}
          shortcut="−"
          icon="minus"
          isOff={zoom <= 1}
          onPress={() => run({ kind: 'zoom', by: -1 })}
        />
        <button
          type="button"
          className="quiet number"
          title={t`Whole picture (F)`}
          aria-label={t`Whole picture, now at ${percent}`}
          onClick={() => run({ kind: 'fit' })}
        >
          {percent}
        </button>
        <IconButton
          name={t`Larger`}
          shortcut="+"
          icon="plus"
          onPress={() => run({ kind: 'zoom', by: 1 })}
        />
        <IconButton name={t`Change picture`} icon="picture" onPress={props.onChooseImage} />
      </span>
    </div>
  );
});

/** A button that is off keeps the focus it has. */
export function IconButton(props: {
  readonly name: string;
  readonly icon: IconName;
  /** Its key, said where it is pointed at. */
  readonly shortcut?: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="occlusion-icon-button"
      aria-label={props.name}
      title={props.shortcut === undefined ? props.name : `${props.name} (${props.shortcut})`}
      aria-keyshortcuts={props.shortcut}
      aria-disabled={props.isOff}
      onClick={() => !props.isOff && props.onPress()}
    >
      <ToolIcon name={props.icon} />
    </button>
  );
}
