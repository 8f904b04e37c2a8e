/** Stands in for the worker that reads formulas: one with `endless` in it is never read. */
globalThis.addEventListener('message', ({ data }: MessageEvent<{ readonly tex: string }>) => {
  while (data.tex.includes('endless'));
  if (data.tex.includes('dies')) throw new Error('dead');
  postMessage({ problem: `read: ${data.tex}`, is: 'wrong' });
});
postMessage('ready');
