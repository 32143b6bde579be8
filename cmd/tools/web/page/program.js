// The program, as the page calls it.
const textIn = id => document.getElementById(id).textContent;

// A Runner is the program in a thread of its own, which runs one thing after
// the other.
class Runner {
  waiting = new Map();
  next = 1;

  constructor(address) {
    this.worker = new Worker(address);
    this.worker.onmessage = ({data}) => this.hear(data);
    this.worker.onerror = event => this.end(event.message);
  }

  hear(data) {
    if ("ended" in data) { this.end(data.ended); return; }
    const {done, fail} = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if (data.failed) fail(new Error(data.failed));
    else done(data);
  }

  // end ends the thread, whatever it does.
  end(why) {
    this.ended = true;
    this.worker.terminate();
    for (const {fail} of this.waiting.values()) fail(new Error(why));
    this.waiting.clear();
  }

  ask(message) {
    return new Promise((done, fail) => {
      if (this.ended) { fail(new Error("the program has ended")); return; }
      const id = this.next++;
      this.waiting.set(id, {done, fail});
      this.worker.postMessage({id, ...message});
    });
  }
}

const program = {
  runner: null, warmer: null, module: null, offers: null,

  // start starts the program, or starts it anew where it has ended.
  start() {
    const source = new Blob([textIn("go-runtime"), textIn("files-source"), textIn("worker")], {type: "text/javascript"});
    const address = URL.createObjectURL(source);
    this.runner = new Runner(address);
    this.ready = this.runner.ask({start: true, module: this.module}).then(({offers, module}) => {
      Object.assign(this, {offers, module});
      this.warm(address);
    });
    if (!this.module) this.feed(this.runner.worker);
    return this.ready;
  },

  // feed hands the program to a worker in parts, as the browser reads them: it
  // is unpacked and compiled while the rest of the page is read.
  feed(worker) {
    const parts = document.getElementsByClassName("program");
    let next = 0;
    const hand = whole => {
      while (next < parts.length && (whole || parts[next].nextElementSibling)) worker.postMessage({part: parts[next++].textContent});
      if (whole) worker.postMessage({part: ""});
    };
    if (document.readyState !== "loading") { hand(true); return; }
    const read = new MutationObserver(() => hand(false));
    read.observe(document.body, {childList: true});
    document.addEventListener("DOMContentLoaded", () => { read.disconnect(); hand(true); }, {once: true});
  },

  // warm runs a sample while the reader looks for a file: a browser compiles a
  // function when it is first called, and better when it is called often, for
  // all threads that share the module. So it is a thread of its own that warms,
  // and a file that comes waits for nothing: it ends that thread.
  async warm(address) {
    if (state.files.size > 0) return;
    this.warmer = new Runner(address);
    const laid = n => ({files: [{name: "sample.csv", content: new TextEncoder().encode(teams(textIn("sample-file"), n))}]});
    const score = {words: ["score", "--format", "html", "sample.csv"]};
    const check = {words: ["check", "--format", "json", "sample.csv"]};
    try {
      await this.warmer.ask({start: true, module: this.module});
      await this.warmer.ask(laid(1));
      const page = await this.warmer.ask(score);
      warmFrame(new TextDecoder().decode(page.output));
      for (const step of [check, laid(3), score]) await this.warmer.ask(step);
      // Now it takes a moment, and word lists are read once.
      for (const step of [laid(3), score]) {
        if (state.files.size === 0) await this.runner.ask(step);
      }
    } catch { // a file came, or the program does not start: it says so itself
    }
    this.warmer.end("warm");
  },

  // lay hands the files over: [{name, content}], of bytes or of the disk.
  async lay(files) {
    this.warmer?.end("a file came");
    if (!this.running()) await this.start();
    await this.ready;
    return this.runner.ask({files});
  },

  running() { return this.runner !== null && !this.runner.ended; },

  // run runs a command: {code, output, text, messages, files}.
  async run(...words) {
    await this.ready;
    const answer = await this.runner.ask({words});
    answer.text = () => new TextDecoder().decode(answer.output);
    return answer;
  },
};

// teams is a file of ratings by so many teams, of a size that people come with.
function teams(ratings, n) {
  const [head, ...rows] = ratings.trim().split("\n");
  const team = i => rows.map(row => row.replace(/^"?/, quote => quote + "Team " + i + " "));
  return [head, ...Array.from({length: n}, (_, i) => team(i)).flat()].join("\n");
}

// warmFrame shows a page out of sight, as a browser's first frame is slow too.
function warmFrame(page) {
  const frame = make("iframe", {srcdoc: page, className: "out-of-sight", tabIndex: -1, title: "Warming up"});
  frame.setAttribute("aria-hidden", "true");
  frame.inert = true;
  frame.onload = () => requestAnimationFrame(() => setTimeout(() => frame.remove()));
  document.body.append(frame);
}
