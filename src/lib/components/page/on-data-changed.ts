/**
 * Takes the place of the reload that `static/live.js` does when there is newer data: for pages that
 * can change in place. Answers how to stop.
 */
export function onDataChanged(take: () => void): () => void {
  const listen = (event: Event) => {
    event.preventDefault();
    take();
  };
  document.addEventListener('data-changed', listen);
  return () => document.removeEventListener('data-changed', listen);
}
