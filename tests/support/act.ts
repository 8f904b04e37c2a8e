import React from 'react';
import { flushSync } from 'react-dom';

/**
 * React's build for production has no `act`, with which `render` of vitest-browser-react waits for
 * what it has rendered. To be imported before that: it looks for `act` once.
 */
(React as { act?: unknown }).act = async (work: () => Promise<void>): Promise<void> => {
  let done: Promise<void> | undefined;
  flushSync(() => {
    done = work();
  });
  await done;
  // What effects have set is drawn in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
};
