// The program in a thread of its own, so that the page never waits for it. It
// takes {id, start, module}, {id, files} and {id, words}, one after the other, and the
// program as {part}, the last of which is empty.
"use strict";
const results = "/out"; // where commands write files for the page

// byte is that of a character in windows-1252.
const byte = new Uint8Array(0x10000);
[...new TextDecoder("windows-1252").decode(Uint8Array.from({length: 256}, (_, i) => i))].forEach((c, i) => { byte[c.charCodeAt(0)] = i; });

// unpacked turns the page's text back into bytes: see textOf of the builder.
function unpacked(text) {
  const out = new Uint8Array(text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let c = byte[text.charCodeAt(i)];
    if (c === 0x3d) c = byte[text.charCodeAt(++i)] - 64;
    out[n++] = c - 42;
  }
  return out.subarray(0, n);
}

const inflating = new DecompressionStream("gzip");
const packed = inflating.writable.getWriter();
packed.closed.catch(() => {}); // told by what reads it

// start starts the program: as compiled elsewhere, else of the parts.
async function start(compiled) {
  const go = new Go();
  const response = new Response(inflating.readable, {headers: {"Content-Type": "application/wasm"}});
  const module = compiled ?? await WebAssembly.compileStreaming(response);
  const instance = await WebAssembly.instantiate(module, go.importObject);
  go.run(instance).then(() => postMessage({ended: complaints}), error => postMessage({ended: complaints || String(error)}));
  return {offers: JSON.parse(calibrateOffers), module};
}

// lay puts files, of bytes or of the disk, in place of those that were there.
async function lay(files) {
  const contents = await Promise.all(files.map(({content}) => new Response(content).arrayBuffer()));
  for (const path of [...nodes.keys()]) {
    if (nodes.get(path) !== null) nodes.delete(path);
  }
  files.forEach(({name}, i) => nodes.set("/" + name, new Uint8Array(contents[i])));
  return {};
}

// run runs a command. What it wrote to the folder of results comes along.
async function run(words) {
  for (const path of [...nodes.keys()]) {
    if (path.startsWith(results)) nodes.delete(path);
  }
  nodes.set(results, null);
  const answer = await new Promise(done => {
    calibrate(words, (code, output, messages) => done({code, output, messages}));
  });
  answer.files = [...nodes].filter(([path, content]) => path.startsWith(results + "/") && content)
    .map(([path, content]) => ({name: path.slice(results.length + 1), content}));
  return answer;
}

let last = Promise.resolve();
onmessage = ({data: {id, part, start: begin, module, files, words}}) => {
  if (part !== undefined) {
    (part ? packed.write(unpacked(part)) : packed.close()).catch(() => {});
    return;
  }
  last = last.then(async () => {
    try {
      const answer = begin ? await start(module) : files ? await lay(files) : await run(words);
      postMessage({id, ...answer});
    } catch (error) {
      postMessage({id, failed: String(error)});
    }
  });
};
