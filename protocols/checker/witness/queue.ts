/** A queue that gives out what is cheapest first, and of equals what came in first. */
export interface Queue<T> {
  push(cost: number, entry: T): void;
  pop(): T | undefined;
}

export function createQueue<T>(): Queue<T> {
  const levels = new Map<number, T[]>();
  const heads = new Map<number, number>();
  return {
    push(cost, entry) {
      const level = levels.get(cost);
      if (level) level.push(entry);
      else levels.set(cost, [entry]);
    },
    pop() {
      let least = Number.POSITIVE_INFINITY;
      for (const cost of levels.keys()) if (cost < least) least = cost;
      const level = levels.get(least);
      if (!level) return undefined;
      const head = heads.get(least) ?? 0;
      heads.set(least, head + 1);
      const entry = level[head];
      if (head + 1 < level.length) return entry;
      levels.delete(least);
      heads.delete(least);
      return entry;
    },
  };
}
