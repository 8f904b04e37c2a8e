export function ExamEditor(props: { readonly onKeys: () => void; readonly id?: string }) {
  return <main>{String(props.id)}</main>;
}
