import type { Tone } from './tones.ts';

/** What the shapes of a drawing stand for, right below it. */
export function ChartKey(props: {
  readonly items: readonly {
    readonly name: string;
    readonly tone: Tone;
    readonly shape?: 'bar' | 'line' | 'dot' | 'dashes';
  }[];
  /** What else there is to say of it. */
  readonly children?: string | undefined;
}) {
  return (
    <figcaption className="chart-key small soft">
      {props.items.map(({ name, tone, shape = 'bar' }) => (
        <span key={name} className="chart-key-item">
          <span aria-hidden="true" className={`chart-swatch swatch-${shape} tone-${tone}`} />
          {name}
        </span>
      ))}
      {props.children !== undefined && <span>{props.children}</span>}
    </figcaption>
  );
}
