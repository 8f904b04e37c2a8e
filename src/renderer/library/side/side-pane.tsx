import { useMemo, useState } from 'react';
import type { SavedSearch } from '../../../domain/collection/saved-search.ts';
import type { SearchCounts } from '../../../domain/library/library.ts';
import { parseSearch } from '../../../domain/search/parse-query.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import {
  libraryPreferences,
  setLibraryPreferences,
  useLibraryPreferences,
} from '../library-preferences.ts';
import type { PopoverPlace } from '../../kit/hooks/place-popover.ts';
import { Menu } from '../../kit/menu/menu.tsx';
import { Tree } from '../../kit/tree/tree.tsx';
import type { Combine } from '../../kit/tree/use-tree-keys.ts';
import { visibleNodes } from '../../kit/tree/visible-nodes.ts';
import { combinedSearch, isAskedFor } from './combined-search.ts';
import { actionsOf, type NodeAction, nodeMenu } from './node-menu.ts';
import type { SideNode } from './side-node.ts';
import { sideNodes } from './side-tree.ts';
import { type SideContext, useSideActions } from './use-side-actions.tsx';

/** The tree beside the table: what there is, with its number of cards, and a click finds it. */
export function SidePane(props: {
  readonly context: SideContext;
  readonly searches: readonly SavedSearch[];
  readonly searchCounts: SearchCounts;
  readonly onSearch: (text: string) => void;
}) {
  const { context, searches, searchCounts } = props;
  const { counts, decks, text } = context;
  const { open } = useLibraryPreferences();
  const [menu, setMenu] = useState<{ readonly node: SideNode; readonly place: PopoverPlace }>();
  const actions = useSideActions(context);
  const nodes = useMemo(
    () => sideNodes(counts, decks, searches, searchCounts),
    [counts, decks, searches, searchCounts],
  );
  const openIds = useMemo(() => new Set(open), [open]);
  const visible = useMemo(() => visibleNodes(nodes, (id) => openIds.has(id)), [nodes, openIds]);
  const query = useMemo(() => {
    const read = parseSearch(text);
    return read.ok ? read.query : undefined;
  }, [text]);

  function choose(node: SideNode, combine: Combine): void {
    const { topic, term } = node;
    if (topic.kind === 'saved' && combine === 'alone') props.onSearch(topic.search.text);
    else if (term) props.onSearch(combinedSearch(text, term, combine));
    else setOpen(node.id, !openIds.has(node.id));
  }
  function act(node: SideNode, action: NodeAction): void {
    if (actionsOf(node).flat().includes(action)) actions.act(node, action);
  }

  return (
    <>
      <Tree
        name={t`Decks, sections and searches`}
        visible={visible}
        isOpen={(id) => openIds.has(id)}
        onOpen={setOpen}
        isCurrent={({ term }) => isCurrent(term)}
        render={(node) => <NodeText node={node} />}
        onChoose={choose}
        hasMenu={(node) => actionsOf(node).length > 0}
        onMenu={(node, place) => setMenu({ node, place })}
        onRename={(node) => act(node, 'rename')}
        onDelete={(node) => act(node, 'delete')}
        drag={actions.drag}
      />
      {menu && (
        <Menu
          name={t`Actions for ${menu.node.label}`}
          groups={nodeMenu(menu.node, (action) => act(menu.node, action))}
          place={menu.place}
          onClose={() => setMenu(undefined)}
        />
      )}
      {actions.dialog}
    </>
  );

  function isCurrent(term: SideNode['term']): boolean {
    return term !== undefined && query !== undefined && isAskedFor(query, term);
  }
}

function NodeText({ node }: { readonly node: SideNode }) {
  const { topic } = node;
  const isHolder = topic.kind === 'group' || topic.kind === 'top';
  return (
    <>
      <span
        className={
          isHolder
            ? 'tree-label tree-group'
            : topic.kind === 'flag'
              ? 'tree-label tree-flag'
              : 'tree-label'
        }
        dir="auto"
        data-flag={topic.kind === 'flag' ? topic.flag : undefined}
        title={topic.kind === 'deck' || topic.kind === 'section' ? topic.path : undefined}
      >
        {node.label}
      </span>
      {node.count !== undefined && (
        <span className="tree-count number">
          {thousands(node.count)}
          <span className="hidden-text">{plural(node.count, ' card', ' cards')}</span>
        </span>
      )}
    </>
  );
}

function setOpen(id: string, isOpen: boolean): void {
  const others = libraryPreferences().open.filter((each) => each !== id);
  setLibraryPreferences({ open: isOpen ? [...others, id] : others });
}
