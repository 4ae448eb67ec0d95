/** Text of people, exactly as typed, line breaks included; it cannot turn the direction of what stands around it. */
export function Typed({ text }: { text: string }) {
  return (
    <bdi class="rt-typed" dir="auto">
      {text}
    </bdi>
  );
}
