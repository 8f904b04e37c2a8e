import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { select, showField } from './field.tsx';

const ctrl = (key: string) => `{Control>}${key}{/Control}`;
const ctrlShift = (key: string) => `{Control>}{Shift>}${key}{/Shift}{/Control}`;

test.each([
  ['Ctrl+B', ctrl('b'), '<b>x</b>'],
  ['Ctrl+I', ctrl('i'), '<i>x</i>'],
  ['Ctrl+U', ctrl('u'), '<u>x</u>'],
  ['Ctrl+=', ctrl('='), '<sub>x</sub>'],
  ['Ctrl+,', ctrl(','), '<sub>x</sub>'],
  ['Ctrl+Shift+=', ctrlShift('='), '<sup>x</sup>'],
  ['Ctrl+.', ctrl('.'), '<sup>x</sup>'],
  ['Ctrl+Shift+S', ctrlShift('s'), '<s>x</s>'],
  ['Ctrl+E', ctrl('e'), '<code>x</code>'],
])('[EDITOR-13] %s switches a format on and off', async (_name, keys, formatted) => {
  const field = await showField('x');
  field.handle().focus();
  await userEvent.keyboard(ctrl('a'));
  await userEvent.keyboard(keys);
  expect(field.html()).toBe(formatted);
  await userEvent.keyboard(keys);
  expect(field.html()).toBe('x');
});

test('[EDITOR-13] a <strong> is switched off as a <b> is', async () => {
  const field = await showField('<strong class="k">x</strong>');
  field.handle().focus();
  await userEvent.keyboard(ctrl('a') + ctrl('b'));
  expect(field.html()).toBe('x');
});

test('[EDITOR-13] superscript takes the place of subscript', async () => {
  const field = await showField('<sub>x</sub>');
  field.handle().focus();
  await userEvent.keyboard(ctrl('a') + ctrl('.'));
  expect(field.html()).toBe('<sup>x</sup>');
});

test('[EDITOR-13] Ctrl+R takes all formatting from what is selected', async () => {
  const field = await showField(
    '<b>a</b><span class="c">b</span><span style="color: red;">c</span>',
  );
  field.handle().focus();
  await userEvent.keyboard(ctrl('a') + ctrl('r'));
  expect(field.html()).toBe('abc');
});

test.each([
  ['**bold** x', '<b>bold</b> x'],
  ['a *it* x', 'a <i>it</i> x'],
  ['`code` x', '<code>code</code> x'],
  ['~~gone~~ x', '<s>gone</s> x'],
  ['- one{Enter}two', '<ul><li>one</li><li>two</li></ul>'],
  ['* one', '<ul><li>one</li></ul>'],
  ['3. three', '<ol start="3"><li>three</li></ol>'],
  ['## head{Enter}x', '<h2>head</h2>x'],
  ['> said', '<blockquote>said</blockquote>'],
  ['---x', '<hr>x'],
  ['``` x', '<pre><code>x</code></pre>'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['HLA-B*57 and HLA-A*31', 'HLA-B*57 and HLA-A*31'],
  ['a_b_c', 'a_b_c'],
])('[EDITOR-14] typing %s gives %s', async (typed, html) => {
  const field = await showField('');
  field.handle().focus();
  await userEvent.keyboard(typed);
  expect(field.html()).toBe(html);
});

test('[EDITOR-14] Backspace at once gives back what was typed', async () => {
  const field = await showField('');
  field.handle().focus();
  await userEvent.keyboard('- {Backspace}');
  expect(field.html()).toBe('- ');
});

test('[EDITOR-15] Ctrl+] and Ctrl+[ move a list item in and out', async () => {
  const field = await showField('<ul><li>a</li><li>b</li></ul>');
  field.handle().focus();
  await userEvent.keyboard(ctrl(']'));
  expect(field.html()).toBe('<ul><li>a<ul><li>b</li></ul></li></ul>');
  await userEvent.keyboard(ctrl('[[') + ctrl('[['));
  expect(field.html()).toBe('<ul><li>a</li></ul>b');
});

test('[EDITOR-15] Enter twice ends a list; Ctrl+Shift+8 and 7 make and change one', async () => {
  const field = await showField('a');
  field.handle().focus();
  await userEvent.keyboard(ctrlShift('8'));
  expect(field.html()).toBe('<ul><li>a</li></ul>');
  await userEvent.keyboard(ctrlShift('7'));
  expect(field.html()).toBe('<ol><li>a</li></ol>');
  await userEvent.keyboard('{Enter}{Enter}after');
  expect(field.html()).toBe('<ol><li>a</li></ol>after');
});

test.each(['text', '<ul><li>a</li><li>b</li></ul>', '<pre>code</pre>', '<h2>x</h2>'])(
  '[EDITOR-15] Tab and Shift+Tab leave the field from %s',
  async (html) => {
    const field = await showField(html);
    field.handle().focus();
    await userEvent.tab();
    await expect.element(field.screen.getByRole('button', { name: 'After' })).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(document.activeElement).toBe(field.text);
    await userEvent.tab({ shift: true });
    expect(field.text.contains(document.activeElement)).toBe(false);
    expect(field.changes).toEqual([]);
  },
);

test('[EDITOR-16] Tab goes through the cells, adds a row after the last, and Escape leads out', async () => {
  const field = await showField('<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>');
  field.handle().focus();
  select(field, 4);
  await expect.element(field.screen.getByText(/Escape out of the table/)).toBeVisible();
  await userEvent.keyboard('{Tab}B{Tab}c');
  const table =
    '<table><tbody><tr><td>a</td><td>B</td></tr><tr><td>c</td><td></td></tr></tbody></table>';
  expect(field.html()).toBe(table);
  await userEvent.keyboard('{Escape}');
  await expect.element(field.screen.getByText(/Escape out of the table/)).not.toBeInTheDocument();
  await userEvent.keyboard('after');
  expect(field.html()).toBe(`${table}after`);
  await userEvent.tab();
  await expect.element(field.screen.getByRole('button', { name: 'After' })).toHaveFocus();
});

test('[EDITOR-16] Shift+Tab in the first cell leaves the field', async () => {
  const field = await showField('<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>');
  field.handle().focus();
  select(field, 4);
  await userEvent.tab({ shift: true });
  expect(field.text.contains(document.activeElement)).toBe(false);
});

test('[EDITOR-16] the arrow leads out of code that ends the field', async () => {
  const field = await showField('<pre>code</pre>');
  field.handle().focus();
  await userEvent.keyboard('{ArrowDown}x');
  expect(field.html()).toBe('<pre>code</pre>x');
});

test('[EDITOR-17] keys that the field has no use for reach the form; its own do not', async () => {
  const heard: string[] = [];
  const field = await showField('<pre>x</pre>', {
    onKeyDown: ({ key, ctrlKey }) => heard.push(ctrlKey ? `ctrl ${key}` : key),
  });
  field.handle().focus();
  await userEvent.keyboard(`${ctrl('{Enter}')}${ctrl('b')}{Escape}`);
  expect(heard.filter((key) => key !== 'Control' && key !== 'ctrl Control')).toEqual([
    'ctrl Enter',
    'Escape',
  ]);
  expect(field.changes).toEqual(['<pre><b>x</b></pre>'].slice(1));
});

test('[EDITOR-17] Escape in a table is the field’s own', async () => {
  const heard: string[] = [];
  const field = await showField('<table><tbody><tr><td>a</td></tr></tbody></table>b', {
    onKeyDown: ({ key }) => heard.push(key),
  });
  field.handle().focus();
  select(field, 4);
  await userEvent.keyboard('{Escape}');
  expect(heard).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(heard).toEqual(['Escape']);
});
