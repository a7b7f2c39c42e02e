// @ts-check
/*
 * What a script adds to the form that takes a ledger: how far the upload has come, saying at once that a
 * file is too large, and a grid to paste into. The form works without it. It is no part of the
 * application's own scripts because hydrating the page would throw away what was typed before.
 */
import { offerGrid } from './import-grid.js';

start();

function start() {
  const form = document.querySelector('form[data-import]');
  if (!(form instanceof HTMLFormElement)) return;
  const input = form.querySelector('input[type=file]');
  if (input instanceof HTMLInputElement) {
    nameFile(input);
    input.addEventListener('change', () => weigh(input));
  }
  const paste = form.querySelector('details.paste');
  if (paste instanceof HTMLElement) offerGrid(paste);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input instanceof HTMLInputElement && weigh(input)) return input.focus();
    send(form);
  });
}

/**
 * Whether the chosen file is larger than the server takes; says so.
 * @param {HTMLInputElement} input
 */
function weigh(input) {
  const told = document.getElementById('file-weight');
  const [file] = input.files ?? [];
  const isLarge = file !== undefined && file.size > Number(input.dataset.fileLimit);
  if (told) told.textContent = isLarge ? `▲ ${told.dataset.large}` : '';
  return isLarge;
}

/**
 * Shows what is chosen in the words of the page instead of the browser's.
 * @param {HTMLInputElement} input
 */
function nameFile(input) {
  const own = input.previousElementSibling;
  const chosen = document.getElementById('file-chosen');
  if (!(own instanceof HTMLElement) || !chosen) return;
  const tell = () => {
    const [file] = input.files ?? [];
    chosen.textContent = file?.name ?? chosen.dataset.none ?? '';
  };
  input.addEventListener('change', tell);
  tell();
  own.hidden = false;
}

/**
 * Sends the form and tells how far it is; shows what the server answers as the browser would.
 * @param {HTMLFormElement} form
 */
function send(form) {
  const progress = form.querySelector('[data-progress]');
  const button = form.querySelector('button.primary');
  /** @param {string} text */
  const tell = (text) => {
    if (progress && progress.textContent !== text) progress.textContent = text;
  };
  const { uploading = '', checking = '', broken = '' } = form.dataset;
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.responseType = 'text';
  request.setRequestHeader('accept', 'text/html');
  if (button instanceof HTMLButtonElement) button.disabled = true;
  form.setAttribute('aria-busy', 'true');
  tell(checking);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    // In steps that a screen reader can follow.
    const percent = Math.floor((loaded / total) * 10) * 10;
    tell(percent < 100 ? uploading.replace('{percent}', String(percent)) : checking);
  });
  request.upload.addEventListener('load', () => tell(checking));
  /** @param {string} text */
  const stop = (text) => {
    tell(text);
    form.removeAttribute('aria-busy');
    if (button instanceof HTMLButtonElement) button.disabled = false;
  };
  request.addEventListener('error', () => stop(broken));
  request.addEventListener('timeout', () => stop(broken));
  request.addEventListener('load', () => {
    const { pathname } = new URL(request.responseURL);
    if (request.status < 400 && pathname !== new URL(form.action).pathname) {
      location.assign(request.responseURL);
      // Too busy or too much: a line of text and no page. What was chosen stays chosen.
    } else if (request.getResponseHeader('content-type')?.startsWith('text/plain')) {
      stop(request.responseText.trim());
    } else show(request.responseText);
  });
  request.send(new FormData(form));
}

/**
 * Puts what was answered in the place of what was asked.
 * @param {string} answer
 */
function show(answer) {
  // Styles of another page would be against this page's content security policy, and reported.
  const text = answer.replace(/<style[\s\S]*?<\/style>/g, '');
  const page = new DOMParser().parseFromString(text, 'text/html');
  const main = page.querySelector('main');
  if (!main) return location.reload();
  for (const link of page.querySelectorAll('link[rel=stylesheet]')) {
    const href = link.getAttribute('href');
    const isHere = [...document.styleSheets].some((sheet) => sheet.href?.endsWith(href ?? '-'));
    if (!isHere) document.head.append(document.importNode(link));
  }
  document.title = page.title;
  const shown = document.importNode(main, true);
  document.querySelector('main')?.replaceWith(shown);
  start();
  const told = shown.querySelector('[role=alert], h1');
  if (told instanceof HTMLElement) {
    told.tabIndex = -1;
    told.focus();
  }
}
