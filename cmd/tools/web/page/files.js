// A file system in memory, in the shape of Node's, as the Go runtime calls it.
// Paths are absolute; a folder is a node without content.
"use strict";
const nodes = new Map([["/", null], ["/tmp", null]]);
const opened = new Map();
let nextFile = 10;
let complaints = ""; // what the runtime itself writes, as when it ends

const absolute = path => {
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return "/" + parts.join("/");
};
const parent = path => absolute(path + "/..");
const fault = code => Object.assign(new Error(code), {code});

function statOf(content) {
  const folder = content === null;
  const size = folder ? 0 : content.length;
  return {
    dev: 1, ino: 0, mode: folder ? 0o040755 : 0o100644, nlink: 1, uid: 0, gid: 0, rdev: 0,
    size, blksize: 4096, blocks: Math.ceil(size / 512), atimeMs: 0, mtimeMs: 0, ctimeMs: 0,
    isDirectory: () => folder,
  };
}

const lookUp = path => {
  const content = nodes.get(absolute(path));
  if (content === undefined) throw fault("ENOENT");
  return content;
};
const fileOf = number => {
  const file = opened.get(number);
  if (!file) throw fault("EBADF");
  return file;
};
const flags = {O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536};

function openFile(path, how) {
  path = absolute(path);
  const there = nodes.has(path);
  if (!there && !(how & flags.O_CREAT)) throw fault("ENOENT");
  if (there && how & flags.O_EXCL) throw fault("EEXIST");
  if (how & flags.O_DIRECTORY && there && nodes.get(path) !== null) throw fault("ENOTDIR");
  if (!there && nodes.get(parent(path)) !== null) throw fault("ENOENT");
  if (!there || how & flags.O_TRUNC) nodes.set(path, new Uint8Array(0));
  opened.set(nextFile, {path, position: 0});
  return nextFile++;
}

function readFile(number, buffer, offset, length, position) {
  const file = fileOf(number);
  const content = nodes.get(file.path);
  if (!content) throw fault("EISDIR");
  const from = position === null ? file.position : position;
  const part = content.subarray(from, from + length);
  buffer.set(part, offset);
  if (position === null) file.position += part.length;
  return part.length;
}

function writeFile(number, buffer, offset, length, position) {
  if (number <= 2) return fs.writeSync(number, buffer);
  const file = fileOf(number);
  const old = nodes.get(file.path);
  const to = position === null ? file.position : position;
  const content = new Uint8Array(Math.max(old.length, to + length));
  content.set(old);
  content.set(buffer.subarray(offset, offset + length), to);
  nodes.set(file.path, content);
  if (position === null) file.position += length;
  return length;
}

function cutFile(path, length) {
  const content = new Uint8Array(length);
  content.set(lookUp(path).subarray(0, length));
  nodes.set(absolute(path), content);
}

function makeFolder(path) {
  if (nodes.has(absolute(path))) throw fault("EEXIST");
  if (nodes.get(parent(path)) !== null) throw fault("ENOENT");
  nodes.set(absolute(path), null);
}

function renameFile(from, to) {
  nodes.set(absolute(to), lookUp(from));
  nodes.delete(absolute(from));
}

const below = folder => [...nodes.keys()].filter(path => path !== "/" && parent(path) === absolute(folder));
const removeNode = path => { lookUp(path); nodes.delete(absolute(path)); };
const nothing = () => undefined;

// asNode calls back with a fault or a result, as Node does.
const asNode = action => (...args) => {
  const done = args.pop();
  let result;
  try { result = action(...args); } catch (error) { done(error); return; }
  done(null, result);
};

globalThis.fs = {
  constants: flags,
  writeSync(_, buffer) { complaints += new TextDecoder().decode(buffer); return buffer.length; },
  ...Object.fromEntries(Object.entries({
    open: openFile, read: readFile, write: writeFile, mkdir: makeFolder, rename: renameFile,
    close: number => { opened.delete(number); },
    stat: path => statOf(lookUp(path)), lstat: path => statOf(lookUp(path)),
    fstat: number => statOf(number <= 2 ? new Uint8Array(0) : lookUp(fileOf(number).path)),
    readdir: path => below(path).map(name => name.slice(name.lastIndexOf("/") + 1)),
    readlink: path => { lookUp(path); throw fault("EINVAL"); },
    unlink: removeNode, rmdir: removeNode, truncate: cutFile,
    ftruncate: (number, length) => cutFile(fileOf(number).path, length),
    fsync: nothing, chmod: nothing, fchmod: nothing, chown: nothing, fchown: nothing, lchown: nothing, utimes: nothing,
    link: () => { throw fault("ENOSYS"); }, symlink: () => { throw fault("ENOSYS"); },
  }).map(([name, action]) => [name, asNode(action)])),
};
globalThis.path = {resolve: (...parts) => absolute(parts.join("/"))};
globalThis.process = {
  pid: 1, ppid: 0, getuid: () => 0, getgid: () => 0, geteuid: () => 0, getegid: () => 0,
  getgroups: () => [], umask: () => 0, cwd: () => "/", chdir: nothing,
};
