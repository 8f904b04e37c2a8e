import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CLIPBOARDS } from './clipboards.ts';
import { paste, select, showField } from './field.tsx';
import { waitFor } from '../../../support/wait-for.ts';

const cases = (rule: string) =>
  CLIPBOARDS.filter((pasted) => pasted.rule === rule).map(
    ({ name, forms, html }) => [name, forms, html] as const,
  );

async function check(forms: Readonly<Record<string, string>>, html: string): Promise<void> {
  const field = await showField('');
  field.handle().focus();
  paste(field.text, forms);
  expect(field.html()).toBe(html);
}

test.each(cases('E20'))('[EDITOR-22] %s', (_name, forms, html) => check(forms, html));
test.each(cases('E21'))('[EDITOR-23] %s', (_name, forms, html) => check(forms, html));
test.each(cases('E30'))('[EDITOR-30] %s', (_name, forms, html) => check(forms, html));
test.each(cases('E31'))('[EDITOR-31] %s', (_name, forms, html) => check(forms, html));
test.each(cases('E22'))('[EDITOR-24] %s', (_name, forms, html) => check(forms, html));

test('[EDITOR-23] what is pasted goes into the line where the cursor is', async () => {
  const field = await showField('a<b>b</b>d');
  field.handle().focus();
  select(field, 3);
  paste(field.text, { 'text/html': '<p><span style="color:red">c</span></p>' });
  expect(field.html()).toBe('a<b>b</b><span style="color: red;">c</span>d');
  field.set('a<br>last');
  await expect.element(field.screen.getByText('last')).toBeVisible();
  select(field, 2);
  paste(field.text, { 'text/html': '<p>b</p><p>c</p>' });
  expect(field.html()).toBe('ab<br>c<br>last');
});

test('[EDITOR-23] one undo takes a paste back', async () => {
  const field = await showField('a');
  field.handle().focus();
  paste(field.text, { 'text/html': '<ul><li>b</li><li>c</li></ul>' });
  expect(field.html()).toBe('a<ul><li>b</li><li>c</li></ul>');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(field.html()).toBe('a');
});

test('[EDITOR-23] in code, a paste is its words and line ends', async () => {
  const field = await showField('<pre>x</pre>');
  field.handle().focus();
  paste(field.text, { 'text/plain': 'a  b\r\n\tc', 'text/html': '<b>a  b</b>' });
  expect(field.html()).toBe('<pre>xa  b</pre>');
  paste(field.text, { 'text/plain': '\ry\r\n\tz' });
  expect(field.html()).toBe('<pre>xa  b\ny\n\tz</pre>');
});

test('[EDITOR-23] an address pasted over words links them', async () => {
  const field = await showField('words');
  field.handle().focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  paste(field.text, { 'text/plain': 'https://example.org/a' });
  expect(field.html()).toBe('<a href="https://example.org/a">words</a>');
});

test('[EDITOR-25] Ctrl+Shift+V pastes the plain text as it stands', async () => {
  const field = await showField('');
  field.handle().focus();
  await userEvent.keyboard('{Control>}{Shift>}');
  field.text.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'V',
      code: 'KeyV',
      ctrlKey: true,
      shiftKey: true,
      bubbles: true,
    }),
  );
  const long = 'a line that is long enough to look as if a page had broken it, and then';
  paste(field.text, { 'text/plain': `${long}\ngoes on re-\nceptor`, 'text/html': '<b>bold</b>' });
  await userEvent.keyboard('{/Shift}{/Control}');
  expect(field.html()).toBe(`${long}<br>goes on re-<br>ceptor`);
});

test('[EDITOR-28] what is copied from a field comes back whole in another', async () => {
  const html =
    'a <span class="k">b</span><div style="text-align: center;"><span style="color: red;">c</span></div><ul><li>d \\(x\\)</li></ul>';
  const from = await showField(html);
  from.handle().focus();
  from.tiptap().commands.selectAll();
  const data = new DataTransfer();
  from.text.dispatchEvent(
    new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  expect(data.getData('text/plain')).toContain('d \\(x\\)');
  await from.screen.unmount();
  const to = await showField('');
  to.handle().focus();
  paste(to.text, { 'text/html': data.getData('text/html') });
  expect(to.html()).toBe(html);
});

test('[EDITOR-28] a word copied out of a line goes into a line', async () => {
  const from = await showField('one <b class="k">two</b> three');
  from.handle().focus();
  select(from, 5, 8);
  const data = new DataTransfer();
  from.text.dispatchEvent(
    new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  expect(from.html()).toBe('one &nbsp;three');
  select(from, 1);
  paste(from.text, { 'text/html': data.getData('text/html') });
  expect(from.html()).toBe('<b class="k">two</b>one &nbsp;three');
});

const picture = () => new File([new Uint8Array([1, 2, 3])], 'mri.png', { type: 'image/png' });

test('[EDITOR-26] a pasted picture is stored, and stands in the text by its name', async () => {
  const stored: File[] = [];
  const field = await showField('a', {
    onPasteFile: async (file) => {
      stored.push(file);
      return 'stored name.png';
    },
  });
  field.handle().focus();
  paste(field.text, {}, [picture()]);
  await waitFor(() => expect(field.html()).toBe('a<img src="stored name.png">'));
  expect(stored.map(({ name }) => name)).toEqual(['mri.png']);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(field.html()).toBe('a');
});

test('[EDITOR-26] writing goes on while a file is stored; it comes where it was pasted', async () => {
  let finish = (_name: string): void => {};
  const field = await showField('a', {
    onPasteFile: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  });
  field.handle().focus();
  paste(field.text, {}, [picture()]);
  await expect.element(field.screen.getByText('Saving the file…')).toBeVisible();
  await userEvent.keyboard('b');
  expect(field.html()).toBe('ab');
  finish('m.png');
  await waitFor(() => expect(field.html()).toBe('a<img src="m.png">b'));
});

test('[EDITOR-26] a refused file leaves nothing behind', async () => {
  const field = await showField('a', { onPasteFile: () => Promise.reject(new Error('full')) });
  field.handle().focus();
  paste(field.text, {}, [picture()]);
  await waitFor(() => expect(field.text.textContent).toBe('a'));
  expect(field.html()).toBe('a');
});

test('[EDITOR-26] sound and video become [sound:…]; other files are left out', async () => {
  const field = await showField('', { onPasteFile: async ({ name }) => name });
  field.handle().focus();
  paste(field.text, {}, [
    new File(['x'], 'murmur.mp3', { type: 'audio/mpeg' }),
    new File(['x'], 'a.pdf', { type: 'application/pdf' }),
    new File(['x'], 'gait.webm', { type: 'video/webm' }),
  ]);
  await waitFor(() => expect(field.html()).toBe('[sound:murmur.mp3][sound:gait.webm]'));
});

test('[EDITOR-26] a dropped picture comes where it was dropped', async () => {
  const field = await showField('left<br>right', { onPasteFile: async () => 'd.png' });
  const data = new DataTransfer();
  data.items.add(picture());
  const line = field.text.querySelector('p')?.getBoundingClientRect() ?? new DOMRect();
  field.text.dispatchEvent(
    new DragEvent('drop', {
      dataTransfer: data,
      bubbles: true,
      cancelable: true,
      clientX: line.left + 1,
      clientY: line.top + line.height / 2,
    }),
  );
  await waitFor(() => expect(field.html()).toBe('<img src="d.png">left<br>right'));
});

test('[EDITOR-26] a picture of the text beside the text, as Office puts it, is left alone', async () => {
  const stored = vi.fn(async () => 'x.png');
  const field = await showField('', { onPasteFile: stored });
  field.handle().focus();
  paste(field.text, { 'text/html': '<p>words</p>' }, [picture()]);
  expect(field.html()).toBe('words');
  expect(stored).not.toHaveBeenCalled();
});

test('[EDITOR-27] pictures in pasted HTML: files are stored, others are named beside the field', async () => {
  const stored: string[] = [];
  const field = await showField('', {
    onPasteFile: async (file) => {
      stored.push(`${file.name} ${file.type} ${file.size}`);
      return `m${stored.length}.png`;
    },
  });
  field.handle().focus();
  const data = 'data:image/png;base64,AQIDBA==';
  const html = `a <img src="${data}"> b <img src="https://example.org/x.png"> c <img src="file:///tmp/p.png" alt="slice"> d`;
  paste(field.text, { 'text/html': html });
  await waitFor(() => expect(field.html()).toContain('m1.png'));
  expect(stored).toEqual(['pasted.png image/png 4']);
  expect(field.html()).toBe('a <img src="m1.png"> b c d');
  const note = field.screen.getByText(/^2 pictures were not on the clipboard/);
  await expect.element(note).toBeVisible();
  await expect.element(field.screen.getByText('https://example.org/x.png')).toBeVisible();
  await expect.element(field.screen.getByText('slice')).toBeVisible();
  await field.screen.getByRole('button', { name: 'Close' }).click();
  expect(note.query()).toBeNull();
});

test('[EDITOR-27] the one file beside one picture of the web is that picture', async () => {
  const field = await showField('', { onPasteFile: async () => 'm.png' });
  field.handle().focus();
  const html = '<p>see <img src="https://example.org/a.png"> here</p>';
  paste(field.text, { 'text/html': html }, [picture()]);
  await waitFor(() => expect(field.html()).toBe('see <img src="m.png"> here'));
});

test('[EDITOR-27] an emoji drawn as a picture is the emoji; what counts readers is not missed', async () => {
  const field = await showField('');
  field.handle().focus();
  const html =
    'a <img alt="❤️" src="https://example.org/2764.svg">b<img src="https://example.org/p.gif" width="1" height="1">';
  paste(field.text, { 'text/html': html });
  expect(field.html()).toBe('a ❤️b');
  expect(field.screen.getByText(/not on the clipboard/).query()).toBeNull();
});

test('[EDITOR-28] a picture of the web that a field holds is copied with it', async () => {
  const html = 'a <img src="https://example.org/a.png"> b';
  const field = await showField(html);
  field.handle().focus();
  field.tiptap().commands.selectAll();
  const data = new DataTransfer();
  field.text.dispatchEvent(
    new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  expect(field.html()).toBe('');
  paste(field.text, { 'text/html': data.getData('text/html') });
  expect(field.html()).toBe(html);
});

test('[EDITOR-27] Word’s own picture files are taken for the addresses only Word can read', async () => {
  const field = await showField('', { onPasteFile: async ({ name }) => name });
  field.handle().focus();
  paste(field.text, { 'text/html': '<p>see <img src="file:///C:/x/image001.png"></p>' }, [
    picture(),
  ]);
  await waitFor(() => expect(field.html()).toBe('see <img src="mri.png">'));
});

test('[EDITOR-27] Word’s pictures are taken from its other form, and only where they are as many', async () => {
  const stored: number[] = [];
  const field = await showField('', {
    onPasteFile: async ({ size }) => {
      stored.push(size);
      return `m${stored.length}.png`;
    },
  });
  const rtf = (count: number) =>
    `{\\rtf1 see ${'{\\*\\shppict{\\pict\\pngblip 89504e470d0a1a0a00}}'.repeat(count)}}`;
  const html =
    '<p>see <img src="file:///C:/x/image001.png"> and <img src="https://example.org/a.png"></p>';
  field.handle().focus();
  paste(field.text, { 'text/html': html, 'text/rtf': rtf(1) });
  await waitFor(() => expect(field.html()).toBe('see <img src="m1.png"> and'));
  expect(stored).toEqual([9]);
  await expect.element(field.screen.getByText(/^A picture was not on the clipboard/)).toBeVisible();
  await field.screen.getByRole('button', { name: 'Close' }).click();
  field.tiptap().commands.selectAll();
  paste(field.text, { 'text/html': html, 'text/rtf': rtf(2) });
  expect(field.html()).toBe('see and');
  await expect
    .element(field.screen.getByText(/^2 pictures were not on the clipboard/))
    .toBeVisible();
});

test('[EDITOR-27] a picture copied from a page is its file, not its address', async () => {
  const field = await showField('', { onPasteFile: async () => 'm.png' });
  field.handle().focus();
  paste(
    field.text,
    { 'text/html': '<meta charset="utf-8"><img src="https://example.org/a.png">' },
    [picture()],
  );
  await waitFor(() => expect(field.html()).toBe('<img src="m.png">'));
});

test('[EDITOR-31] MathML nested beyond reason is read once, and ends', async () => {
  const field = await showField('');
  field.handle().focus();
  const deep = (levels: number) =>
    `<math>${'<msup>'.repeat(levels)}<mi>x</mi>${'<mn>2</mn></msup>'.repeat(levels)}</math>`;
  paste(field.text, { 'text/html': `<p>a ${deep(3)} b ${deep(500)} c</p>` });
  expect(field.html()).toContain('a \\({{{x}^{2}}^{2}}^{2}\\) b');
});
