// An archive of files, stored as they are (APPNOTE.TXT 6.3.10, sections 4.3.7,
// 4.3.12 and 4.3.16).
const remainders = Uint32Array.from({length: 256}, (_, n) => {
  for (let i = 0; i < 8; i++) n = n & 1 ? n >>> 1 ^ 0xedb88320 : n >>> 1;
  return n;
});

function crc32(bytes) {
  let c = 0xffffffff;
  for (const b of bytes) c = remainders[(c ^ b) & 255] ^ c >>> 8;
  return ~c >>> 0;
}

// numbers writes numbers of a width in bytes, low end first: [[width, number], ...].
function numbers(list) {
  const out = [];
  for (const [width, n] of list) {
    for (let i = 0; i < width; i++) out.push(Math.floor(n / 256 ** i) & 255);
  }
  return Uint8Array.from(out);
}

function zipOf(files) {
  const parts = [], entries = [];
  let at = 0, size = 0;
  for (const {name, content} of files) {
    const path = new TextEncoder().encode(name);
    // version 2.0, names in UTF-8, stored, on January 1, 1980
    const common = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, crc32(content)], [4, content.length], [4, content.length], [2, path.length], [2, 0]];
    const entry = numbers([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]);
    entries.push(entry, path);
    size += entry.length + path.length;
    const header = numbers([[4, 0x04034b50], ...common]);
    parts.push(header, path, content);
    at += header.length + path.length + content.length;
  }
  const end = numbers([[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]]);
  return new Blob([...parts, ...entries, end], {type: "application/zip"});
}
