export function ExamsScreen(props: { readonly onKeys: () => void; readonly id?: string }) {
  return <main>{String(props.id)}</main>;
}
