import { type RefObject, useEffect } from 'react';
import { useStable } from '../../../kit/hooks/use-stable.ts';
import { isTextField } from './use-undo-keys.ts';

/** What the picture does with the clipboard. */
export interface Clipboard {
  /** The selected masks as text of the field; undefined for none. */
  readonly copy: () => string | undefined;
  readonly cut: () => string | undefined;
  /** Whether the text held masks, which were added. */
  readonly paste: (text: string) => boolean;
  readonly pasteImage: (file: File) => void;
}

/**
 * Copy, cut and paste while the focus is on the picture. A picture can be pasted anywhere in `root`
 * but in a text field, and while there is none yet also with the focus nowhere. The browser's own events: they come from its menus too, ask for no
 * permission, and what is copied is the field's text, so that masks go from note to note.
 */
export function useClipboard(
  root: RefObject<HTMLElement | null>,
  svg: RefObject<SVGSVGElement | null>,
  clipboard: Clipboard,
): void {
  const copy = useStable((isCut: boolean) => (isCut ? clipboard.cut() : clipboard.copy()));
  const paste = useStable((text: string) => clipboard.paste(text));
  const pasteImage = useStable((file: File) => clipboard.pasteImage(file));
  useEffect(() => {
    const isOnPicture = (): boolean => svg.current?.contains(document.activeElement) ?? false;
    const isHere = (): boolean => {
      const { activeElement } = document;
      if (activeElement === document.body) return svg.current === null;
      const isTyping = activeElement instanceof HTMLInputElement && isTextField(activeElement);
      return root.current?.contains(activeElement) === true && !isTyping;
    };

    function onCopy(event: ClipboardEvent): void {
      if (event.defaultPrevented || !isOnPicture()) return;
      const text = copy(event.type === 'cut');
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    }
    function onPaste(event: ClipboardEvent): void {
      if (event.defaultPrevented || !isHere()) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const image = [...(event.clipboardData?.files ?? [])].find(isImage);
      if (isOnPicture() && paste(text)) event.preventDefault();
      else if (image) {
        pasteImage(image);
        event.preventDefault();
      }
    }
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [root, svg, copy, paste, pasteImage]);
}

export function isImage(file: File): boolean {
  return file.type.startsWith('image/');
}
