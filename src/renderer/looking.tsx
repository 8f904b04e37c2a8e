import { createContext, type ReactNode, Suspense, useContext, useState } from 'react';
import type { CopyLook } from '../engine/look/open-look.ts';
import type { Result } from '../kernel/problem.ts';
import type { Watch } from '../kernel/watch.ts';
import { EngineProvider } from './engine.tsx';
import { comesLater } from './kit/page/comes-later.tsx';

const LookScreen = comesLater(async () => (await import('./look/look-screen.tsx')).LookScreen);

/** A collection file to look at. `isOwnCopy`: one that Rounds keeps, beside others. */
interface ToLookAt {
  readonly content: Blob;
  readonly isOwnCopy: boolean;
}

/** Opens a copy to be looked at in place of the program, until it is closed. `title`: what it is. */
type LookAt = (asked: ToLookAt, title: string, watch: Watch) => Promise<Result<CopyLook>>;

const LookContext = createContext<LookAt | undefined>(undefined);

/** The program; or, while one is looked at, a copy in its place. */
export function Looking(props: {
  readonly open: (asked: ToLookAt, watch: Watch) => Promise<Result<CopyLook>>;
  readonly children: ReactNode;
}) {
  const [shown, setShown] = useState<{ readonly look: CopyLook; readonly title: string }>();
  const lookAt: LookAt = async (asked, title, watch) => {
    const opened = await props.open(asked, watch);
    if (opened.ok) setShown({ look: opened.value, title });
    return opened;
  };
  async function close(): Promise<void> {
    setShown(undefined);
    await shown?.look.close();
  }
  if (shown) {
    return (
      <EngineProvider key="look" engine={shown.look.engine}>
        <Suspense>
          <LookScreen title={shown.title} onClose={() => void close()} />
        </Suspense>
      </EngineProvider>
    );
  }
  return <LookContext value={lookAt}>{props.children}</LookContext>;
}

/** How a copy is opened to be looked at; undefined where nothing can. */
export function useLookAt(): LookAt | undefined {
  return useContext(LookContext);
}
