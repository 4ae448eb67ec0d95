import type { Page } from 'playwright-core';

/** Everything the page's origin keeps on the machine, with what is in it. */
export function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const rows = async (name: string) => {
      const base = await new Promise<IDBDatabase>((resolve, reject) => {
        const opened = indexedDB.open(name);
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const stores = [...base.objectStoreNames].map(
        (store) =>
          new Promise<unknown>((resolve) => {
            const all = base.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => resolve(all.result);
          }),
      );
      return Promise.all(stores);
    };
    const bases = (await indexedDB.databases()).map(({ name = '' }) => name);
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const answers = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
        return [name, await Promise.all(answers.map((answer) => answer?.text()))];
      }),
    );
    const found = [await Promise.all(bases.map(rows)), bases, cached];
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, found, document.cookie]);
  });
}
