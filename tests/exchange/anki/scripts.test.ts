import { expect, test } from 'vitest';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import { scriptsOf } from '../../../src/exchange/anki/mapping/scripts.ts';
import { previewImport } from '../../../src/engine/import/preview-import.ts';
import type { FieldId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { realPackage } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';

function typeWith(front: string, back = '', css = ''): NoteType {
  const names = ['Text', 'Extra', 'Notes', 'Source', 'Options'];
  return {
    id: 'own' as NoteTypeId,
    name: 'Own',
    kind: 'cloze',
    fields: names.map((name) => ({ id: name as FieldId, name })),
    templates: [{ slot: 1, name: 'Card', front, back }],
    css,
    sortFieldId: 'Text' as FieldId,
  };
}

const shows = (...type: Parameters<typeof typeWith>) => scriptsOf(typeWith(...type))?.shows;
const SCRIPT = '<script>setUp()</script>';

test('[ANKI-12] what is hidden until a script opens it is named, however it is hidden', () => {
  expect(
    shows(
      '{{cloze:Text}}',
      `{{cloze:Text}}<button id="button-extra" onclick="toggle()">Extra</button>
      <div id="hint-extra" style="display: none">{{#Extra}}<p>{{edit:Extra}}</p>{{/Extra}}</div>
      <div class="box notes"><img src="a.png">{{Notes}}</div><div id="src" hidden>{{text:Source}}</div>
      <p>{{Options}}</p>`,
      '.card .notes, .other:hover { visibility: hidden } .box { display: block } p { opacity: 0.9 }',
    ),
  ).toEqual(['“Extra” behind a button', '“Notes” behind a button', '“Source” behind a button']);
  expect(shows(`<style>#x{opacity:0}</style><div id=x>{{Extra}}</div>${SCRIPT}`)).toEqual([
    '“Extra” behind a button',
  ]);
});

test('[ANKI-12] what only the script has, and what it does', () => {
  expect(
    shows(
      '{{cloze:Text}}<script>const all = `{{Options}}`.split(";"); revealNextCloze();</script>',
      '{{cloze:Text}}{{Extra}}<script src="_anking.js"></script><script>setInterval(tick, 1e3)</script>',
    ),
  ).toEqual([
    '“Options”, which no other part of the card shows',
    'deletions one after the other',
    'a clock',
    'what “_anking.js” does',
  ]);
  expect(shows('{{Text}}<script>box.textContent = tags.split(" ")</script>')).toEqual([
    'tags as links',
  ]);
});

test('[ANKI-12] a script that nothing depends on shows nothing; a type without one is none', () => {
  expect(scriptsOf(typeWith(`{{cloze:Text}}${SCRIPT}`))).toEqual({ name: 'Own', shows: [] });
  expect(scriptsOf(typeWith('{{cloze:Text}}<div style="display:none">{{Extra}}</div>'))).toBe(
    undefined,
  );
});

test('[ANKI-12] templates of any size are read in one pass', () => {
  const long = `<div style="display:none">{{Extra}}`.repeat(20_000);
  expect(shows(`${long}${SCRIPT}`, '', '.a { '.repeat(20_000))).toEqual([
    '“Extra” behind a button',
  ]);
});

test('[ANKI-12] [ANKI-13] the report of a package tells of each type', async () => {
  const preview = await previewImport(bytesOfArray(realPackage('scripted.apkg')), 'scripted.apkg', {
    atMillis: Date.UTC(2030, 0, 1),
    utcOffsetMinutes: 0,
  });
  if (!preview.ok) throw new Error(preview.problem.what);
  expect(preview.value.problems).toEqual([
    '2 note types bring scripts, which Rounds never runs: “Scripted choice”, “Scripted cloze”.',
    'The script of “Scripted choice” would have shown: “Options”, which no other part of the card shows.',
    'The script of “Scripted cloze” would have shown: “Lecture notes” behind a button; “Mnemonic” behind a button; “Picture” behind a button; deletions one after the other; a clock.',
  ]);
});
