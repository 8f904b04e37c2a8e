import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

/** 'quietly' is for what shows by itself: read out, without a note at the foot of the window. */
type Announce = (message: string, how?: 'quietly') => void;
const AnnounceContext = createContext<Announce>(() => {});

/** How long a message stays on screen; screen readers have read it by then. */
const SHOWN_MILLIS = 4000;

/** Says what was just done: read out politely, and shown for a moment at the foot of the window. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [{ message, how }, setSaid] = useState<{ message: string; how?: 'quietly' | undefined }>({
    message: '',
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((next: string, how?: 'quietly') => {
    clearTimeout(timer.current);
    setSaid({ message: next, how });
    timer.current = setTimeout(() => setSaid({ message: '' }), SHOWN_MILLIS);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={message === '' || how === 'quietly' ? 'hidden-text' : 'toast'}>
        {message}
      </div>
    </AnnounceContext>
  );
}
