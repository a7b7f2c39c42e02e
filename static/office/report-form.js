// @ts-check
/*
 * What a script adds to the form of a report: looking for a unit by its name, saying at once that a
 * file is too large, asking before unsaved text is left. The form works without it. It is no part of
 * the application's own scripts because hydrating the page would throw away what was typed before.
 */

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const all = (selector) => [...document.querySelectorAll(selector)].filter(isHtml);

/**
 * @param {unknown} node
 * @returns {node is HTMLElement}
 */
function isHtml(node) {
  return node instanceof HTMLElement;
}

for (const group of all('[data-find]')) offerSearch(group);
for (const input of all('input[type=file][data-file-limit]')) {
  if (!(input instanceof HTMLInputElement)) continue;
  input.addEventListener('change', () => weigh(input));
  nameFiles(input);
}
keepUnsaved();

/** @param {HTMLElement} group */
function offerSearch(group) {
  const { find = '', none = '' } = group.dataset;
  const input = document.createElement('input');
  input.type = 'search';
  input.className = 'control';
  input.placeholder = find;
  input.setAttribute('aria-label', find);
  const message = document.createElement('p');
  message.setAttribute('role', 'status');
  const places = [...group.querySelectorAll('details')];
  const wasOpen = new Map(places.map((place) => [place, place.open]));
  input.addEventListener('input', () => {
    const sought = input.value.trim();
    let found = 0;
    for (const place of places) {
      let here = 0;
      for (const unit of place.querySelectorAll('[data-unit]')) {
        if (!isHtml(unit)) continue;
        unit.hidden = !(unit.dataset.unit ?? '').includes(sought);
        if (!unit.hidden) here += 1;
      }
      place.hidden = here === 0;
      place.open = sought === '' ? (wasOpen.get(place) ?? false) : here > 0;
      found += here;
    }
    message.textContent = found === 0 ? none : '';
  });
  // Enter in a search looks for nothing more; it must not send the report.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  places[0]?.before(input, message);
}

/** @param {HTMLInputElement} input */
function weigh(input) {
  const told = document.getElementById('files-weight');
  if (!told) return;
  const files = [...(input.files ?? [])];
  const limit = Number(input.dataset.fileLimit);
  const large = files.find(({ size }) => size > limit);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const isOver = total > Number(input.dataset.totalLimit);
  told.textContent = large
    ? `▲ ${large.name}: ${told.dataset.large}`
    : isOver
      ? `▲ ${told.dataset.total}`
      : '';
}

/**
 * Shows what is chosen in the words of the page instead of the browser's.
 * @param {HTMLInputElement} input
 */
function nameFiles(input) {
  const own = input.previousElementSibling;
  const chosen = document.getElementById('files-chosen');
  if (!isHtml(own) || !chosen) return;
  const tell = () => {
    const names = [...(input.files ?? [])].map(({ name }) => name);
    chosen.textContent = names.join(' · ') || (chosen.dataset.none ?? '');
  };
  input.addEventListener('change', tell);
  tell();
  own.hidden = false;
}

function keepUnsaved() {
  let isDirty = false;
  for (const form of all('form[data-unsaved]')) {
    form.addEventListener('input', () => {
      isDirty = true;
    });
    form.addEventListener('submit', () => {
      isDirty = false;
    });
  }
  // The browser asks in its own words; a page may no longer say its own.
  window.addEventListener('beforeunload', (event) => {
    if (isDirty) event.preventDefault();
  });
}
