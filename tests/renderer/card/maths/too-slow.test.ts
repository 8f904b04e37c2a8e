import katex from 'katex';
import { expect, test } from 'vitest';
import { drawFormulas } from '../../../../src/renderer/card/maths/draw-formulas.ts';
import { FormulaReader } from '../../../../src/renderer/card/maths/formula-reader.ts';
import type { Katex } from '../../../../src/renderer/card/maths/katex.ts';
import { sanitiseHtml } from '../../../../src/renderer/card/safe/sanitise.ts';

/** Draws `html`, whose formulas with `endless` in a definition never end. */
function begun(html: string) {
  const { body } = sanitiseHtml(html);
  const side = body.ownerDocument.createElement('div');
  side.append(body);
  const url = new URL('./endless-worker.ts', import.meta.url);
  const reader = new FormulaReader(() => new Worker(url, { type: 'module' }), 200);
  const means = { katex: katex as unknown as Katex, reader };
  return { side, underWay: drawFormulas(side, means) };
}
const endless = (name: string) => `\\(\\def\\${name}{endless}\\${name}\\)`;

test('[SAFE-24] a side does not wait for a formula that takes long: its source stands there', async () => {
  const { side, underWay } = begun(`before ${endless('a')} \\(x\\) after`);
  await underWay?.soon;
  expect(side.querySelector('.waiting-formula, .unreadable-formula')?.textContent).toBe(
    endless('a'),
  );
  expect(side.querySelectorAll('.katex')).toHaveLength(1);
  await underWay?.rest();
  expect(side.querySelector<HTMLElement>('.unreadable-formula')?.title).toMatch(/longer to draw/);
  expect(side.querySelector('.undrawn')?.textContent).toMatch(/^One formula is too much/);
  expect(side.textContent).toContain(`before ${endless('a')}`);
});

test('[SAFE-23] after three formulas that took too long none of the side is waited for', async () => {
  const { side, underWay } = begun(`\\(x\\) ${[...'bcdefg'].map(endless).join(' ')} \\(y\\)`);
  await underWay?.rest();
  expect(side.querySelectorAll('.unreadable-formula')).toHaveLength(3);
  expect(side.querySelectorAll('.waiting-formula')).toHaveLength(0);
  expect(side.querySelectorAll('.katex')).toHaveLength(2);
  expect(side.textContent).toContain(endless('g'));
  expect(side.querySelector('.undrawn')?.textContent).toMatch(/^Only 2 formulas are drawn/);
});
