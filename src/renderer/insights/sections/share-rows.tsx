import { type ValueRow, ValueRows } from '../../kit/chart/figures/value-rows.tsx';
import { percent } from '../../kit/text/format.ts';

/** Shares one below the other as dots, between `from` and all. */
export function ShareRows(props: {
  readonly words: string;
  readonly from: number;
  readonly rows: readonly ValueRow[];
  readonly caption: string;
  readonly more?: (rows: number) => string;
}) {
  return <ValueRows {...props} shape="dots" to={1} ends={[percent(props.from), '100 %']} />;
}
