import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { RichField } from '../../../../src/renderer/editor/rich/rich-field.tsx';
import { showField } from './field.tsx';
import { SNIPPETS } from './snippets.ts';

const MESSY = [
  '<P>unclosed <b>bold',
  'a<BR/>b<br />\n\n  c',
  "<div class='x' onclick='y()'>quoted by one</div>",
  '<br>',
  '&alpha;4&beta;1 &#8211; raw & bare',
  '<!-- a comment -->text',
  '<b></b><p></p><span>x</span>',
];

test('[EDITOR-1] showing, focusing and walking through a field changes nothing', async () => {
  const field = await showField('');
  for (const html of [...SNIPPETS, ...MESSY]) {
    field.set(html);
    field.handle().focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    field.tiptap().commands.selectAll();
    field.text.blur();
    expect(field.changes, html).toEqual([]);
  }
});

test('[EDITOR-1] undoing every edit gives back the very bytes', async () => {
  const html = "<P class='x'>one<BR/>two &alpha;";
  const field = await showField(html);
  await userEvent.click(field.text);
  await userEvent.keyboard('{Control>}{End}{/Control}abc');
  expect(field.html()).not.toBe(html);
  expect(field.html()).toContain('abc');
  await userEvent.keyboard('{Control>}zzz{/Control}');
  expect(field.html()).toBe(html);
});

test('[EDITOR-1] another value from outside is shown, without a history of the one before', async () => {
  const field = await showField('one');
  await userEvent.click(field.text);
  await userEvent.keyboard('!');
  field.set('<b>two</b>');
  await expect.element(field.screen.getByText('two')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(field.changes).toEqual(['one!']);
  expect(field.text.querySelector('b')?.textContent).toBe('two');
});

test('[EDITOR-1] a form that is slow to take what is typed loses none of it', async () => {
  let show = (_html: string): void => {};
  const typed: string[] = [];
  function Slow() {
    const [html, setHtml] = useState('');
    show = setHtml;
    return (
      <RichField
        label="Front"
        value={html}
        clozeEnabled
        mediaUrl={async () => undefined}
        onPasteFile={async () => undefined}
        nextClozeNumber={() => 1}
        onChange={(next) => typed.push(next)}
        autoFocus
      />
    );
  }
  const screen = await render(<Slow />);
  await expect.element(screen.getByRole('textbox')).toHaveFocus();
  await userEvent.keyboard('abc');
  expect(typed).toEqual(['a', 'ab', 'abc']);
  for (const html of typed) {
    show(html);
    await expect.element(screen.getByRole('textbox')).toHaveTextContent('abc');
  }
  await userEvent.keyboard('d');
  expect(typed.at(-1)).toBe('abcd');
});

test('[EDITOR-2] lines are bare text and <br>, and an emptied field is nothing', async () => {
  const field = await showField('');
  await userEvent.click(field.text);
  await userEvent.keyboard('one');
  expect(field.html()).toBe('one');
  await userEvent.keyboard('{Enter}two{Enter}{Enter}four');
  expect(field.html()).toBe('one<br>two<br><br>four');
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}five');
  expect(field.html()).toBe('one<br>two<br><br>four<br>five');
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}');
  expect(field.html()).toBe('');
});

test('[EDITOR-2] a field that held a lone <br> has none after what is written', async () => {
  const field = await showField('<br>');
  await userEvent.click(field.text);
  await userEvent.keyboard('x');
  expect(field.html()).toBe('x');
});

test('[EDITOR-2] spaces that HTML would swallow are kept as they look', async () => {
  const field = await showField('');
  await userEvent.click(field.text);
  await userEvent.keyboard('  a  b   c');
  expect(field.html()).toBe('&nbsp; a &nbsp;b &nbsp; c');
});

test('[EDITOR-2] a line in a <div> goes on in <div>s, and one after a heading is bare', async () => {
  const field = await showField('<div class="x">a</div>');
  await userEvent.click(field.text);
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}b');
  expect(field.html()).toBe('<div class="x">a</div><div class="x">b</div>');
  const other = await showField('<h2 class="y">a</h2>');
  await userEvent.click(other.text);
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}b');
  expect(other.html()).toBe('<h2 class="y">a</h2>b');
});

test('[EDITOR-3] typing at the end of a field keeps all that is before', async () => {
  const field = await showField('');
  for (const html of SNIPPETS) {
    field.set(`${html}<div class="last">the last line</div>`);
    await expect.element(field.screen.getByText('the last line')).toBeVisible();
    field.handle().focus();
    await userEvent.keyboard('.');
    expect(field.html(), html).toBe(`${html}<div class="last">the last line.</div>`);
  }
});

test('[EDITOR-4] what an edit would drop is named, with the way to the source', async () => {
  const html = '<iframe src="x"></iframe><b onclick="run()">bold</b><!-- why -->';
  const field = await showField(html);
  const note = field.screen.getByText(/Typing here drops HTML/);
  await expect.element(note).toHaveTextContent('<iframe>, src, onclick, comments');
  await userEvent.click(field.screen.getByRole('button', { name: 'Edit as HTML source' }));
  await expect.element(field.screen.getByRole('textbox')).toHaveValue(html);
  expect(field.changes).toEqual([]);
});

test('[EDITOR-4] nothing is said where nothing would be lost', async () => {
  for (const html of ['', 'a < b', '<b></b>x', '<p style="mso-line: 1; color: red">x</p>']) {
    const field = await showField(html);
    await expect.element(field.screen.getByText(/Typing here drops/)).not.toBeInTheDocument();
    await field.screen.unmount();
  }
});

test.each([
  ['nests too deep', `${'<blockquote>'.repeat(100)}deep${'</blockquote>'.repeat(100)}`],
  ['is never closed', '<div>'.repeat(5_000)],
])('[SAFE-19] a field that %s is changed as source, byte for byte', async (_, html) => {
  const field = await showField(html);
  const source = field.screen.container.querySelector('textarea');
  expect(source?.value).toBe(html);
  expect(field.screen.container.textContent).toContain('than can be shown as text');
  expect(field.changes).toEqual([]);
  await userEvent.click(field.screen.getByRole('button', { name: 'Back to the text' }));
  expect(field.screen.container.querySelector('textarea')?.value).toBe(html);
  await userEvent.fill(field.screen.getByRole('textbox', { name: 'Front' }), '<b>short</b>');
  await userEvent.click(field.screen.getByRole('button', { name: 'Back to the text' }));
  expect(field.text.innerHTML).toContain('short');
  expect(field.html()).toBe('<b>short</b>');
});
