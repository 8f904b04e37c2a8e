import { t } from '../../../../kernel/texts.ts';
import { useEngine } from '../../../engine.tsx';
import { Confirm } from '../../../kit/dialog/confirm.tsx';
import { phrase } from '../../../kit/text/phrase.ts';
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
        title={t`Rename the saved search`}
        doIt={t`Rename`}
        name={search.name}
        onName={(name) =>
          context.run({
            doing: t`Renaming the search`,
            said: t`The search is now called “${named(name)}”.`,
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
      title={isDelete ? t`Delete the saved search` : t`Replace the saved search`}
      doIt={isDelete ? t`Delete` : t`Replace`}
      isDestructive={isDelete}
      isQuestion
      onDo={() => {
        onClose();
        context.run({
          doing: isDelete ? t`Deleting the search` : t`Saving the search`,
          said: isDelete
            ? t`“${named(search.name)}” deleted.`
            : t`“${named(search.name)}” is the new search now.`,
          work: () =>
            isDelete
              ? engine.run('deleteSearch', search.id)
              : engine.run('saveSearch', { ...search, text: context.text }),
        });
      }}
      onClose={onClose}
    >
      <p>
        {isDelete
          ? t`“${named(search.name)}” goes; the cards it finds stay as they are.`
          : phrase`“${named(search.name)}” finds from now on what you search for at present: ${<code>{context.text || t`all cards`}</code>}`}
      </p>
    </Confirm>
  );
}
