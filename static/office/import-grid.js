// @ts-check
/*
 * A grid in the place of the field for a pasted table: one input a cell, filled by pasting a block copied
 * from a spreadsheet, or by typing. What is sent is still the text of the field.
 */

const columnsAtFirst = 8;
const rowsAtFirst = 10;
/** A longer block stays text: thousands of inputs would only be slow. */
const mostRows = 300;
const mostColumns = 26;

/** @param {HTMLElement} paste */
export function offerGrid(paste) {
  const field = paste.querySelector('.field');
  const text = paste.querySelector('textarea');
  const { gridHint = '', gridCell = '', gridPasted = '', gridMore = '' } = paste.dataset;
  if (!(field instanceof HTMLElement) || !text) return;

  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.id = 'block-grid-hint';
  hint.textContent = gridHint;
  const frame = document.createElement('div');
  frame.className = 'ledger-grid';
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-describedby', hint.id);
  const table = document.createElement('table');
  frame.append(table);
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'button';
  more.textContent = gridMore;
  more.addEventListener('click', () => {
    grow(rowCount() + 10, columnCount());
    cellAt(rowCount() - 10, 0)?.focus();
  });
  field.after(hint, frame, told, more);

  const rowCount = () => table.rows.length;
  const columnCount = () => (table.rows[0]?.cells.length ?? 1) - 1;
  /** @param {number} row @param {number} column */
  const cellAt = (row, column) => {
    const input = table.rows[row]?.cells[column + 1]?.firstElementChild;
    return input instanceof HTMLInputElement ? input : null;
  };

  /** @param {number} rows @param {number} columns */
  function grow(rows, columns) {
    for (let row = 0; row < rows; row += 1) {
      const line = table.rows[row] ?? table.insertRow();
      if (line.cells.length === 0) {
        const number = document.createElement('th');
        number.scope = 'row';
        number.textContent = String(row + 1);
        line.append(number);
      }
      while (line.cells.length <= columns) {
        const input = document.createElement('input');
        const label = gridCell
          .replace('{row}', String(row + 1))
          .replace('{column}', String(line.cells.length));
        input.setAttribute('aria-label', label);
        input.autocomplete = 'off';
        input.spellcheck = false;
        line.insertCell().append(input);
      }
    }
  }

  /** The grid with what the field holds; a block too long for it stays in the field. */
  function fill() {
    if (!text) return;
    const block = cellsOf(text.value);
    const width = Math.max(columnsAtFirst, ...block.map((row) => row.length));
    const isLong = block.length > mostRows || width > mostColumns;
    field?.toggleAttribute('hidden', !isLong);
    for (const part of [hint, frame, more]) part.hidden = isLong;
    if (isLong) return;
    grow(Math.max(rowsAtFirst, block.length + 1), width);
    put(block, 0, 0);
  }

  /** @param {string[][]} block @param {number} top @param {number} left */
  function put(block, top, left) {
    block.forEach((row, down) =>
      row.forEach((value, right) => {
        const cell = cellAt(top + down, left + right);
        if (cell) cell.value = value.replace(/\s+/g, ' ').trim();
      }),
    );
  }

  function keep() {
    if (!text) return;
    const rows = [...table.rows].map((line) =>
      [...line.querySelectorAll('input')].map(({ value }) => quoted(value)),
    );
    const last = rows.findLastIndex((row) => row.some((value) => value !== ''));
    const width = rows.reduce(
      (widest, row) => Math.max(widest, row.findLastIndex((value) => value !== '') + 1),
      0,
    );
    text.value = rows
      .slice(0, last + 1)
      .map((row) => row.slice(0, width).join('\t'))
      .join('\n');
  }

  /** @param {EventTarget | null} target @returns {[number, number] | null} */
  function placeOf(target) {
    const cell = target instanceof HTMLInputElement ? target.closest('td') : null;
    const line = cell?.parentElement;
    return cell && line instanceof HTMLTableRowElement ? [line.rowIndex, cell.cellIndex - 1] : null;
  }

  table.addEventListener('input', keep);
  table.addEventListener('paste', (event) => {
    const place = placeOf(event.target);
    const block = cellsOf(event.clipboardData?.getData('text/plain') ?? '');
    const isOneCell = block.length <= 1 && (block[0]?.length ?? 0) <= 1;
    if (!place || isOneCell || !text) return;
    event.preventDefault();
    const [top, left] = place;
    const width = Math.max(...block.map((row) => row.length));
    if (top + block.length > mostRows || left + width > mostColumns) {
      text.value = block.map((row) => row.map(quoted).join('\t')).join('\n');
      fill();
    } else {
      grow(Math.max(rowCount(), top + block.length + 1), Math.max(columnCount(), left + width));
      put(block, top, left);
      keep();
    }
    told.textContent = gridPasted
      .replace('{rows}', String(block.length))
      .replace('{columns}', String(width));
  });
  table.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (!place || step === undefined) return;
    // Enter goes on to the next row, as in a spreadsheet; it must not send the form.
    event.preventDefault();
    const [row, column] = place;
    if (row + step === rowCount() && row + step < mostRows) grow(row + 2, columnCount());
    cellAt(row + step, column)?.focus();
  });
  fill();
}

/** @param {string} value */
function quoted(value) {
  return /["\t\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * The cells of a block as spreadsheets put it on the clipboard: tabs between cells, a cell with tabs, line
 * ends or quotation marks in quotation marks.
 * @param {string} text
 * @returns {string[][]}
 */
function cellsOf(text) {
  if (text.trim() === '') return [];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g;
  /** @type {string[][]} */
  const rows = [[]];
  for (const [whole, inQuotes, plain, end] of text.matchAll(cells)) {
    if (whole === '' && end === '' && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push(inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  if (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
