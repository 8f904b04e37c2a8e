import { useEngine } from '../../../engine.tsx';
import { Confirm } from '../../../kit/dialog/confirm.tsx';
import { NameDialog } from '../../../places/name-dialog.tsx';
import type { SideDialogProps } from './side-dialog.tsx';
import { named } from '../../../../kernel/named.ts';

/** Renames, replaces or deletes a saved search. */
export function SearchDialog({ node, action, context, onClose }: SideDialogProps) {
  const engine = useEngine();
  if (node.topic.kind !== 'saved') return null;
  const { search } = node.topic;
  if (action === 'rename') {
    return (
      <NameDialog
        title="Rename the saved search"
        doIt="Rename"
        name={search.name}
        onName={(name) =>
          context.run({
            doing: 'Renaming the search',
            said: `The search is now called “${named(name)}”.`,
            work: () => engine.run('saveSearch', { ...search, name }),
          })
        }
        onClose={onClose}
      />
    );
  }
  const isDelete = action === 'delete';
  return (
    <Confirm
      title={isDelete ? 'Delete the saved search' : 'Replace the saved search'}
      doIt={isDelete ? 'Delete' : 'Replace'}
      isDestructive={isDelete}
      isQuestion
      onDo={() => {
        onClose();
        context.run({
          doing: isDelete ? 'Deleting the search' : 'Saving the search',
          said: isDelete
            ? `“${named(search.name)}” deleted.`
            : `“${named(search.name)}” is the new search now.`,
          work: () =>
            isDelete
              ? engine.run('deleteSearch', search.id)
              : engine.run('saveSearch', { ...search, text: context.text }),
        });
      }}
      onClose={onClose}
    >
      <p>
        {isDelete ? (
          <>“{named(search.name)}” goes; the cards it finds stay as they are.</>
        ) : (
          <>
            “{named(search.name)}” finds from now on what you search for at present:{' '}
            <code>{context.text || 'all cards'}</code>
          </>
        )}
      </p>
    </Confirm>
  );
}
