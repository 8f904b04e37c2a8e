import { Fragment, useEffect, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { plural, t } from '../../kernel/texts.ts';
import { begin, END, phrase } from '../kit/text/phrase.ts';
import { Scrolled } from '../kit/list/scrolled.tsx';

/** What the build tells of itself (licences.config.ts). */
interface Told {
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly parts: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly text: string;
  }[];
  /** What is new, the newest version first. */
  readonly news: readonly Version[];
}

interface Version {
  readonly version: string;
  readonly parts: readonly { readonly heading?: string; readonly items: readonly string[] }[];
}

/** Which Rounds this is, what is new in it (HELP-11), and whose work is in it, with the words of each licence. */
export function AboutRounds() {
  const [told, setTold] = useState<Told>();
  // '#/settings?at=about&news' begins with what is new, also after the parts above have grown.
  const isNewsAsked = new URLSearchParams(useSearch()).has('news');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (told && isNewsAsked) heading.current?.scrollIntoView();
  }, [told, isNewsAsked]);
  useEffect(() => {
    let isWanted = true;
    void read().then((found) => isWanted && setTold(found));
    return () => {
      isWanted = false;
    };
  }, []);
  return (
    <section className="form" aria-labelledby="about">
      <h2 id="about" ref={heading}>{t`About`}</h2>
      {told ? (
        <>
          <p>{phrase`Rounds ${told.version}, under the ${told.licence} licence. How it works is in the ${begin(<Link href="/help" />)}help${END}.`}</p>
          {told.news.map((each, place) => (
            <News key={each.version} {...each} isOpen={place === 0 && isNewsAsked} />
          ))}
          <Licence summary={t`Licence of Rounds`} text={told.text} />
          <details>
            <summary>{t`Work of others in Rounds: ${plural(told.parts.length, '# package')}`}</summary>
            {told.parts.map(({ name, version, licence, text }) => (
              <Licence
                key={name}
                summary={`${name} ${version}, ${licence}`}
                text={text || t`Under ${licence}; the package has no text of its own.`}
              />
            ))}
          </details>
        </>
      ) : (
        <p className="soft">{t`Version and licences are told by the built program.`}</p>
      )}
    </section>
  );
}

function News(props: Version & { readonly isOpen: boolean }) {
  return (
    <details className="news" open={props.isOpen}>
      <summary>{t`What is new in ${props.version}`}</summary>
      {props.parts.map(({ heading, items }) => (
        <Fragment key={heading ?? ''}>
          {heading === undefined ? null : <h3>{heading}</h3>}
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Fragment>
      ))}
    </details>
  );
}

function Licence({ summary, text }: { readonly summary: string; readonly text: string }) {
  return (
    <details className="licence">
      <summary>{summary}</summary>
      <Scrolled className="licence-text small" name={summary}>
        <pre>{text}</pre>
      </Scrolled>
    </details>
  );
}

/** undefined while developing, where there is no such file. */
async function read(): Promise<Told | undefined> {
  try {
    const answer = await fetch('./about.json');
    return answer.ok ? ((await answer.json()) as Told) : undefined;
  } catch {
    return undefined;
  }
}
