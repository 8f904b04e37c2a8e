import { expect, test } from 'vitest';
import { isSmall, MOST_AT_ONCE } from '../../../../src/renderer/card/maths/small.ts';

test.each([
  'x^2',
  String.raw`\int_0^\infty e^{-x^2}\,dx=\frac{\sqrt\pi}{2}`,
  String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`,
  String.raw`\left\{\frac{a}{b}\right\}`,
  String.raw`\lim_{x \to 0} \leftarrow \ldots \definitely`,
  'x'.repeat(MOST_AT_ONCE),
  '{x}'.repeat(300),
  String.raw`\{`.repeat(100),
  String.raw`\left(x\right)`.repeat(50),
])('[SAFE-23] small, and drawn with its card: %s', (tex) => {
  expect(isSmall(tex)).toBe(true);
});

test.each([
  'x'.repeat(MOST_AT_ONCE + 1),
  `${'{'.repeat(9)}x${'}'.repeat(9)}`,
  String.raw`\left(`.repeat(9),
  String.raw`\begin{matrix}`.repeat(9),
  String.raw`{\left(`.repeat(5),
  String.raw`\bgroup\begingroup`.repeat(5),
  String.raw`\def\a{\a\a}\a`,
  String.raw`\edef\a{b}`,
  String.raw`\gdef\a{b}`,
  String.raw`\xdef\a{b}`,
  String.raw`\let\a=b`,
  String.raw`\futurelet\a b`,
  String.raw`\global\a`,
  String.raw`\newcommand{\a}{\a\a}\a`,
  String.raw`\renewcommand{\a}{b}`,
  String.raw`\providecommand{\a}{b}`,
  String.raw`\DeclareMathOperator{\a}{b}`,
])('[SAFE-23] not small, and read in the worker: %s', (tex) => {
  expect(isSmall(tex)).toBe(false);
});
