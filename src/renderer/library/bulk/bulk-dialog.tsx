import type { NoteId } from '../../../kernel/ids.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { CardInfo } from '../../card-info/card-info.tsx';
import { EVERYTHING, type Exportable } from '../../export/export-words.ts';
import { Confirm } from '../../kit/dialog/confirm.tsx';
import { DialogPart } from '../../kit/dialog/dialog-part.tsx';
import { ChangeType } from './type/change-type.tsx';
import type { Chosen } from './chosen.ts';
import { DeckDialog } from './deck-dialog.tsx';
import { DueDialog } from './due-dialog.tsx';
import { DuplicatesDialog } from './duplicates-dialog.tsx';
import { ReplaceDialog } from './replace/replace-dialog.tsx';
import { type SimpleChange, sizeWords } from './simple-changes.ts';
import { TagsDialog } from './tags-dialog.tsx';
import type { BulkContext } from './use-bulk.tsx';
import { comesLater } from '../../kit/page/comes-later.tsx';

const ExportDialog = comesLater(
  async () => (await import('../../export/export-dialog.tsx')).ExportDialog,
);

export type BulkDialogKind =
  | { readonly kind: 'question'; readonly change: SimpleChange }
  | { readonly kind: 'add-tags' }
  | { readonly kind: 'remove-tags' }
  | { readonly kind: 'deck' }
  | { readonly kind: 'due' }
  | { readonly kind: 'type' }
  | { readonly kind: 'replace' }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'export' }
  | { readonly kind: 'info' };

/** The dialog of one bulk change. */
export function BulkDialog(props: {
  readonly kind: BulkDialogKind;
  readonly chosen: Chosen;
  readonly context: BulkContext;
  readonly onChange: (change: SimpleChange) => void;
  readonly onClose: () => void;
}) {
  const { kind, chosen, context, onClose } = props;
  const { cardIds, noteIds } = chosen;
  const { run, decks, vocabulary } = context;
  switch (kind.kind) {
    case 'question':
      return <Question {...props} change={kind.change} />;
    case 'add-tags':
    case 'remove-tags':
      return (
        <TagsDialog
          kind={kind.kind === 'add-tags' ? 'add' : 'remove'}
          noteIds={noteIds}
          known={vocabulary.tags}
          run={run}
          onClose={onClose}
        />
      );
    case 'deck':
      return <DeckDialog noteIds={noteIds} decks={byName(decks)} run={run} onClose={onClose} />;
    case 'due':
      return <DueDialog cardIds={cardIds} run={run} onClose={onClose} />;
    case 'type':
      return <ChangeType noteIds={noteIds} run={run} onClose={onClose} />;
    case 'replace':
      return <ReplaceDialog noteIds={noteIds} run={run} onClose={onClose} />;
    case 'duplicates':
      return <DuplicatesDialog onSearch={context.onSearch} onClose={onClose} />;
    case 'export':
      return (
        <DialogPart>
          <ExportDialog of={exportables(noteIds, context.searchText)} onClose={onClose} />
        </DialogPart>
      );
    case 'info': {
      const [cardId] = cardIds;
      return cardId === undefined ? null : <CardInfo cardId={cardId} onClose={onClose} />;
    }
  }
}

/** The chosen notes, all that the list shows, and everything. */
function exportables(noteIds: readonly NoteId[], search: string): readonly Exportable[] {
  const chosen: Exportable = {
    what: { kind: 'notes', noteIds },
    name: t`What is chosen: ${plural(noteIds.length, '# note')}`,
    called: t`Chosen notes`,
  };
  const found: Exportable = {
    what: { kind: 'search', text: search },
    name: t`All that “${search}” finds`,
    called: search,
  };
  return [...(noteIds.length > 0 ? [chosen] : []), ...(search === '' ? [] : [found]), EVERYTHING];
}

function Question(props: {
  readonly change: SimpleChange;
  readonly chosen: Chosen;
  readonly onChange: (change: SimpleChange) => void;
  readonly onClose: () => void;
}) {
  const { change } = props;
  return (
    <Confirm
      title={`${change.verb} ${sizeWords(change, props.chosen)}?`}
      doIt={change.verb}
      isDestructive={change.isDestructive ?? false}
      isQuestion
      onDo={() => {
        props.onClose();
        props.onChange(change);
      }}
      onClose={props.onClose}
    >
      <p>{change.warning ?? t`One undo takes it all back.`}</p>
    </Confirm>
  );
}

function byName<Named extends { readonly name: string }>(named: readonly Named[]): Named[] {
  return [...named].sort((a, b) => (a.name < b.name ? -1 : 1));
}
