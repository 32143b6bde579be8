// The program, as the page calls it.
const textIn = id => document.getElementById(id).textContent;

const program = {
  waiting: new Map(), next: 1, worker: null, offers: null,

  // start starts the program, or starts it anew where it has ended.
  start() {
    const source = new Blob([textIn("go-runtime"), textIn("files-source"), textIn("worker")], {type: "text/javascript"});
    const address = URL.createObjectURL(source);
    this.worker = new Worker(address);
    this.worker.onmessage = ({data}) => this.hear(data);
    this.worker.onerror = event => this.hear({ended: event.message});
    this.ready = this.ask({start: true}).then(answer => { this.offers = answer.offers; });
    this.ready.then(() => this.warm(), () => {});
    this.feed(this.worker);
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

  // warm runs the sample while the reader looks for a file: a browser compiles
  // a function when it is first called, and word lists are read once.
  async warm() {
    if (state.files.size > 0) return;
    const sample = {name: "walkthrough.csv", content: new TextEncoder().encode(textIn("sample-file"))};
    const steps = [{files: [sample]}, {words: ["check", "--format", "json", sample.name]}, {words: ["score", "--format", "html", sample.name]}];
    for (const step of steps) {
      if (state.files.size === 0) await this.ask(step).catch(() => {});
    }
  },

  hear(data) {
    if ("ended" in data) {
      for (const {fail} of this.waiting.values()) fail(new Error(data.ended));
      this.waiting.clear();
      this.worker.terminate();
      this.worker = null;
      return;
    }
    const {done, fail} = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if (data.failed) fail(new Error(data.failed));
    else done(data);
  },

  ask(message) {
    return new Promise((done, fail) => {
      const id = this.next++;
      this.waiting.set(id, {done, fail});
      this.worker.postMessage({id, ...message});
    });
  },

  // lay hands the files over: [{name, content}].
  async lay(files) {
    if (!this.worker) await this.start();
    await this.ready;
    return this.ask({files});
  },

  // run runs a command: {code, output, text, messages, files}.
  async run(...words) {
    if (!this.worker) throw new Error("the program has ended");
    await this.ready;
    const answer = await this.ask({words});
    answer.text = () => new TextDecoder().decode(answer.output);
    return answer;
  },
};
