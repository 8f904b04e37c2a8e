import { expect, test } from 'vitest';
import { FormulaReader } from '../../../../src/renderer/card/maths/formula-reader.ts';
import { startMathsWorker } from './start-maths-worker.ts';

const inLine = (tex: string) => ({ tex, isDisplay: false });
/** How many workers a reader has started, over one that can hang. */
function countedReader(limitMillis?: number) {
  const started: Worker[] = [];
  const start = () => {
    const url = new URL('./endless-worker.ts', import.meta.url);
    const worker = new Worker(url, { type: 'module' });
    started.push(worker);
    return worker;
  };
  return { started, reader: new FormulaReader(start, limitMillis) };
}

test('[SAFE-23] formulas are read in the worker in turn, by one worker', async () => {
  const { reader, started } = countedReader();
  expect(started).toEqual([]);
  const read = await Promise.all(['a', 'b', 'c'].map((tex) => reader.read(inLine(tex))));
  expect(read).toEqual(['a', 'b', 'c'].map((tex) => ({ problem: `read: ${tex}`, is: 'wrong' })));
  expect(started).toHaveLength(1);
});

test('[SAFE-23] one that takes too long ends with its worker, and the next is read by a new one', async () => {
  const { reader, started } = countedReader(300);
  const [first, endless, last] = await Promise.all([
    reader.read(inLine('a')),
    reader.read(inLine('endless')),
    reader.read(inLine('b')),
  ]);
  expect(first).toMatchObject({ problem: 'read: a' });
  expect(endless).toMatchObject({
    is: 'too slow',
    problem: expect.stringMatching(/longer to draw/),
  });
  expect(last).toMatchObject({ problem: 'read: b' });
  expect(started).toHaveLength(2);
});

test('[SAFE-23] a worker that dies of a formula takes no other with it', async () => {
  const { reader, started } = countedReader();
  const [dead, next] = await Promise.all([reader.read(inLine('dies')), reader.read(inLine('b'))]);
  expect(dead).toMatchObject({
    is: 'too slow',
    problem: expect.stringMatching(/could not be drawn/),
  });
  expect(next).toMatchObject({ problem: 'read: b' });
  expect(started).toHaveLength(2);
});

test('[SAFE-23] where no worker can be started there is no answer, and the page reads by itself', async () => {
  const missing = new FormulaReader(
    () => new Worker(new URL('./no-such-worker.ts', import.meta.url), { type: 'module' }),
  );
  expect(await missing.read(inLine('a'))).toBeUndefined();
  const refused = new FormulaReader(() => {
    throw new TypeError('refused');
  });
  expect(await refused.read(inLine('a'))).toBeUndefined();
});

test('[SAFE-23] the real worker reads, counts, and says what is wrong', async () => {
  const reader = new FormulaReader(startMathsWorker);
  const read = await reader.read(inLine('\\frac{a}{b}'));
  expect(read).toMatchObject({ drawn: { name: 'span', className: 'katex' } });
  expect(await reader.read(inLine('\\frac{a'))).toMatchObject({ is: 'wrong' });
  expect(await reader.read(inLine('x'.repeat(5_001)))).toMatchObject({ is: 'too much' });
  expect(await reader.read(inLine('\\ce{H2O}'))).toHaveProperty('drawn');
});
