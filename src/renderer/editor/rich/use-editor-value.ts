import type { Editor } from '@tiptap/core';
import { useCallback, useSyncExternalStore } from 'react';

/** Something read off an editor, again after every change; a string, number or boolean. */
export function useEditorValue<Value extends string | number | boolean>(
  editor: Editor | undefined,
  read: (editor: Editor) => Value,
  without: Value,
): Value {
  const subscribe = useCallback(
    (onChange: () => void) => {
      editor?.on('transaction', onChange);
      editor?.on('mount', onChange);
      return () => {
        editor?.off('transaction', onChange);
        editor?.off('mount', onChange);
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => (editor ? read(editor) : without));
}
