import { type RefObject, useEffect, useRef } from 'react';
import { Link, useSearch } from 'wouter';
import pages from '../../../docs/help/README.md?help';
import { t } from '../../kernel/texts.ts';
import { NoSuchPlace } from '../kit/page/no-such-place.tsx';
import { HelpFind } from './help-find.tsx';
import type { HelpPage, HelpSection } from './help-page.ts';
import { slugAbout } from './help-places.ts';
import { HelpBlockView } from './help-words.tsx';
import '../kit/menu/side-places.css';
import './help.css';

/** The help: its pages at the side, one of them, and above it the search of all (HELP-1, HELP-8). */
export function HelpScreen({ slug: asked }: { readonly slug: string | undefined }) {
  const search = new URLSearchParams(useSearch());
  const at = search.get('at') ?? '';
  // F1 asks for the page about the screen that it was pressed on.
  const from = search.get('about') ?? '/';
  const slug = asked ?? slugAbout(from);
  const page = pages.find((each) => each.slug === slug);
  const field = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const heading = at === '' ? null : document.getElementById(at);
    const first = slug === '' && hasKeyboard() ? field.current : title.current;
    (heading ?? first)?.focus({ preventScroll: true });
    if (heading) heading.scrollIntoView();
    else window.scrollTo(0, 0);
  }, [slug, at]);
  if (!page) return <NoSuchPlace path={`/help/${slug}`} />;
  return (
    <main className="page help">
      <HelpFind pages={pages} field={field} />
      <Pages here={page} />
      <article className="help-page">
        {slugAbout(from) !== '' && (
          <p className="help-back">
            <Link href={from}>{t`Back to where you were`}</Link>
          </p>
        )}
        {page.sections.map((section) => (
          <Section key={section.id} section={section} page={page} title={title} />
        ))}
      </article>
    </main>
  );
}

/** On a touch screen the focus in a field would bring up its keyboard over what is to be read. */
function hasKeyboard(): boolean {
  return matchMedia('(hover: hover), (pointer: fine)').matches;
}

function Pages({ here }: { readonly here: HelpPage }) {
  return (
    <nav className="side-places help-pages" aria-label={t`Pages of the help`}>
      <ul>
        {pages.map(({ slug, title }) => (
          <li key={slug}>
            <Link
              href={slug === '' ? '/help' : `/help/${slug}`}
              aria-current={slug === here.slug ? 'page' : undefined}
            >
              {slug === '' ? t`All pages` : title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Section(props: {
  readonly section: HelpSection;
  readonly page: HelpPage;
  readonly title: RefObject<HTMLHeadingElement | null>;
}) {
  const { section, page } = props;
  const blocks = section.blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is written in a page stays in its place
    <HelpBlockView key={index} block={block} />
  ));
  if (section.id === '') {
    return (
      <>
        <h1 ref={props.title} tabIndex={-1} className="page-title">
          {section.title}
        </h1>
        {blocks}
      </>
    );
  }
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id} tabIndex={-1}>
        {section.title}
        <Link
          href={`/help/${page.slug}?at=${section.id}`}
          className="help-anchor"
          aria-label={t`Address of “${section.title}”`}
        >
          #
        </Link>
      </h2>
      {blocks}
    </section>
  );
}
