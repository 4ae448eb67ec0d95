/** The groups of nodes from which one comes back to oneself, each once, nodes in the order of the map. */
export function findCircles(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const reachable = new Map<string, Set<string>>();
  for (const from of next.keys()) reachable.set(from, reachableFrom(next, from));
  const circles: string[][] = [];
  const grouped = new Set<string>();
  for (const node of next.keys()) {
    if (grouped.has(node) || !reachable.get(node)?.has(node)) continue;
    const circle = [...next.keys()].filter(
      (other) => reachable.get(node)?.has(other) && reachable.get(other)?.has(node),
    );
    for (const member of circle) grouped.add(member);
    circles.push(circle);
  }
  return circles;
}

function reachableFrom(next: ReadonlyMap<string, readonly string[]>, from: string): Set<string> {
  const seen = new Set<string>();
  const todo = [...(next.get(from) ?? [])];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    todo.push(...(next.get(node) ?? []));
  }
  return seen;
}
