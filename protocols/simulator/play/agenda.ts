/** What comes first of things at the same instant: time itself, then people. */
export const TIME_FIRST = 0;
export const PEOPLE = 1;

/** What happens when. Instants are epoch milliseconds. */
export interface Agenda {
  /** Calls `happen` at an instant (the next whole millisecond); at the same instant lower ranks first, then in the order of entry. */
  add(at: number, rank: number, happen: (at: number) => void): void;
  /** Lets everything happen in order, whatever is entered meanwhile included. */
  play(): void;
}

interface Item {
  readonly at: number;
  readonly rank: number;
  readonly order: number;
  readonly happen: (at: number) => void;
}

/** An empty agenda: a binary heap. */
export function createAgenda(): Agenda {
  const heap = createHeap<Item>(
    (a, b) => a.at < b.at || (a.at === b.at && (a.rank - b.rank || a.order - b.order) < 0),
  );
  let order = 0;
  return {
    add(at, rank, happen) {
      order += 1;
      heap.push({ at: Math.ceil(at), rank, order, happen });
    },
    play() {
      for (let item = heap.pop(); item; item = heap.pop()) item.happen(item.at);
    },
  };
}

/** A queue that gives its least item first. */
export interface Heap<T> {
  push(item: T): void;
  pop(): T | undefined;
}

/** An empty heap; `isLess` must order items totally. */
export function createHeap<T>(isLess: (a: T, b: T) => boolean): Heap<T> {
  const items: T[] = [];
  return {
    push(item) {
      let at = items.length;
      items.push(item);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isLess(item, items[parent]!)) break;
        items[at] = items[parent]!;
        at = parent;
      }
      items[at] = item;
    },
    pop() {
      const least = items[0];
      const last = items.pop();
      if (items.length === 0 || last === undefined) return least;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= items.length) break;
        if (child + 1 < items.length && isLess(items[child + 1]!, items[child]!)) child += 1;
        if (!isLess(items[child]!, last)) break;
        items[at] = items[child]!;
        at = child;
      }
      items[at] = last;
      return least;
    },
  };
}
