'use strict';
(() => {
  // A tip beside the pointer. What it says also stands in the table.
  const tip = document.getElementById('tip');
  const showTip = event => {
    const on = event.target.closest('[data-tip]');
    tip.hidden = !on || !on.dataset.tip;
    if (tip.hidden) return;
    tip.textContent = on.dataset.tip;
    const left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
    const below = event.clientY + 18;
    const fits = below + tip.offsetHeight < innerHeight;
    tip.style.left = Math.max(8, left) + 'px';
    tip.style.top = (fits ? below : event.clientY - tip.offsetHeight - 10) + 'px';
  };
  document.addEventListener('pointermove', showTip);
  document.addEventListener('pointerleave', () => { tip.hidden = true; });
  addEventListener('scroll', () => { tip.hidden = true; }, {passive: true});

  // In a heat map the heads of the cell's row and column stand out.
  for (const table of document.querySelectorAll('table.heat')) {
    let heads = [];
    table.addEventListener('pointerover', event => {
      for (const head of heads) head.classList.remove('cross');
      const cell = event.target.closest('td');
      heads = cell ? [cell.parentNode.cells[0], table.tHead.rows[0].cells[cell.cellIndex]] : [];
      for (const head of heads) head.classList.add('cross');
    });
    table.addEventListener('pointerleave', () => {
      for (const head of heads) head.classList.remove('cross');
    });
  }

  // A long table sorts by a column: a click, then the other way.
  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.sort !== undefined) return parseFloat(cell.dataset.sort);
    return cell.textContent.trim();
  };
  const compare = (a, b) => {
    const numbers = typeof a === 'number' && typeof b === 'number';
    if (numbers) return a - b;
    return String(a).localeCompare(String(b), undefined, {numeric: true});
  };
  const sortBy = (table, head) => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    const rows = [...table.tBodies[0].rows];
    const at = head.cellIndex;
    const missing = row => at > 0 && key(row, at) === '–';
    rows.sort((a, b) => missing(a) - missing(b) ||
      (down ? -1 : 1) * compare(key(a, at), key(b, at)));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    table.tBodies[0].append(...rows);
  };
  for (const table of document.querySelectorAll('table.data')) {
    if (table.tBodies[0].rows.length < 5) continue;
    for (const head of table.tHead.rows[0].cells) {
      const title = head.querySelector('span');
      if (head.classList.contains('plot') || head.querySelector('.levels')) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...title.childNodes);
      title.append(button);
      button.addEventListener('click', () => sortBy(table, head));
    }
  }
})();
