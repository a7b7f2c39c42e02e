// @ts-check
/**
 * Follows the data of an open public page: when there is a newer version than the one the page was
 * made from, tells it as `data-changed`, and loads the page anew where nobody took that over.
 * A page that is not looked at holds no connection; it catches up when it is looked at again.
 */
const root = document.documentElement;
let shown = root.dataset['version'] ?? '';
/** @type {EventSource | undefined} */
let source;
/** @type {ReturnType<typeof setInterval> | undefined} */
let polling;

const patience = 8_000;
const pollEvery = 5_000;

/** @param {string} version */
function take(version) {
  if (version === '' || version === shown) return;
  shown = version;
  const isLeftToUs = document.dispatchEvent(
    new CustomEvent('data-changed', { cancelable: true, detail: version }),
  );
  // Once for each version: behind several servers one may still give the old page.
  if (!isLeftToUs || sessionStorage.getItem('loaded-for') === version) return;
  sessionStorage.setItem('loaded-for', version);
  location.reload();
}

async function poll() {
  const answer = await fetch('/live/version').catch(() => undefined);
  if (answer?.ok) take((await answer.json()).version);
}

function listen() {
  const opened = new EventSource('/live');
  source = opened;
  // Where a proxy keeps events back nothing fails, and nothing comes.
  const silent = setTimeout(startPolling, patience);
  opened.addEventListener('version', (event) => {
    clearTimeout(silent);
    stopPolling();
    take(event.data);
  });
  opened.addEventListener('error', () => {
    if (opened.readyState === EventSource.CLOSED) startPolling();
  });
}

function startPolling() {
  polling ??= setInterval(poll, pollEvery);
}

function stopPolling() {
  clearInterval(polling);
  polling = undefined;
}

function follow() {
  if (document.visibilityState === 'visible') {
    if (!source) listen();
    return;
  }
  source?.close();
  source = undefined;
  stopPolling();
}

document.addEventListener('visibilitychange', follow);
addEventListener('pagehide', () => {
  source?.close();
  source = undefined;
});
addEventListener('pageshow', follow);
follow();
