/** Ranges of the article's text nodes for [begin, end) of its text content. */
export function ranger(article) {
  const nodes = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let at = 0, node; (node = walker.nextNode()); at += node.length) nodes.push([at, node]);
  const find = (offset) => {
    let low = 0;
    for (let high = nodes.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (nodes[middle][0] <= offset) low = middle;
      else high = middle;
    }
    return nodes[low];
  };
  return (begin, end) => {
    const range = document.createRange();
    const [from, first] = find(begin);
    const [to, last] = find(end - 1);
    range.setStart(first, begin - from);
    range.setEnd(last, end - to);
    return range;
  };
}
