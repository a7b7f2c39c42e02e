// @ts-check
/*
 * What a script adds to the form of the quotas: the sum beside the target while somebody types, and
 * the suggestion without a request. The form works without it.
 */

for (const button of document.querySelectorAll('[data-without-script]')) button.remove();

for (const table of document.querySelectorAll('table[data-quotas]')) {
  table.addEventListener('input', () => tellSum(table));
  // A browser that comes back to the page puts the typed numbers back by itself.
  tellSum(table);
}

for (const button of document.querySelectorAll('[data-suggest]')) {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    for (const input of fieldsOf(document)) {
      input.value = input.dataset.suggestion ?? '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
}

/**
 * @param {ParentNode} within
 * @returns {HTMLInputElement[]}
 */
function fieldsOf(within) {
  return [...within.querySelectorAll('input[data-suggestion]')].filter(
    (node) => node instanceof HTMLInputElement,
  );
}

/**
 * What the field asks for: as the server reads it, full-width digits too; empty keeps the present one.
 * @param {HTMLInputElement} input
 */
function askedBy(input) {
  const text = input.value.normalize('NFKC').trim();
  if (text === '') return Number(input.dataset.present ?? 0);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** @param {Element} table */
function tellSum(table) {
  const told = table.querySelector('[data-sum]');
  if (!(told instanceof HTMLElement) || !(table instanceof HTMLElement)) return;
  const required = Number(table.dataset.required);
  const sum = fieldsOf(table).reduce((total, input) => total + askedBy(input), 0);
  const { short = '', over = '', equal = '' } = told.dataset;
  const template = sum === required ? equal : sum < required ? short : over;
  const text = template
    .replace('{sum}', String(sum))
    .replace('{required}', String(required))
    .replace('{gap}', String(Math.abs(sum - required)));
  // Only a change is spoken.
  if (told.textContent !== text) told.textContent = text;
  told.classList.toggle('is-off', sum !== required);
}
